package io.khabar.imports.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<?xml version='1.0'?><rss version='2.0'> | FEED",
                "<!-- a comment --><rss> | FEED",
                "<rdf:RDF xmlns='x'> | FEED",
                "<feed xmlns='http://www.w3.org/2005/Atom'> | FEED",
                "<!DOCTYPE rss SYSTEM 'x'><rss> | FEED",
                "<!doctype html><p>The word <rss> | HTML",
                "<html><body> | HTML",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'> | HTML",
                "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html><!-- <rdf:RDF xmlns='x'> --> | HTML",
                "<?xml version='1.0'?><!-- <rdf:RDF xmlns='x'> --><html> | HTML",
                "<?xml version='1.0'?><rss><description><![CDATA[<html><p>x]]> | FEED",
                "<?xml version='1.0'?><opml> | XML",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"} | JSON_FEED",
                "{\"title\": 1} | JSON",
                "[{}] | JSON",
                "1 < 2 | TEXT",
                "أعلنت | TEXT"
            })
    void isToldByTheFirstBytes(String start, InputKind kind) {
        assertEquals(kind, InputKind.of(start.getBytes(StandardCharsets.UTF_8)));
        assertEquals(kind, InputKind.of(("\uFEFF" + start).getBytes(StandardCharsets.UTF_8)), "behind a mark");
    }

    @Test
    void isToldInUtf16() {
        assertEquals(InputKind.FEED, InputKind.of("\uFEFF<rss version='2.0'>".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void isTextForNothing() {
        assertEquals(InputKind.TEXT, InputKind.of(new byte[0]));
    }
}
