package io.khabar.imports.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.encoding.InputKind;
import io.khabar.imports.feed.FeedReader;
import io.khabar.imports.feed.NoFeedException;
import io.khabar.imports.html.PageReader;
import io.khabar.imports.keyword.Keywords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input is: a draft or the exception that says what it is not, soon, and clean text. */
class ReadersFuzzTest {
    private static final int MUTATIONS = 10;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "&",
            "&#x0;",
            "&#xD800;",
            "\0",
            "\"",
            "'",
            "{",
            "[",
            "\\u12",
            "<script>",
            "<item>",
            "<entry>",
            "<p>",
            "<table><tr>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "<?xml version=\"1.1\"?>",
            "\uFEFF",
            "\u202E",
            "1e999",
            "<link href='javascript:x'/>",
            "<base href='//'>",
            "9999-99-99T99:99:99Z");

    private final Keywords keywords = new Keywords();

    static List<CorpusInput> inputs() throws IOException {
        return CorpusInput.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void readersEndWithDraftsOrSayWhyNot(CorpusInput input) throws IOException {
        // The same mutations each time: what fails once fails again.
        Random random = new Random(input.toString().hashCode());
        byte[] bytes = input.bytes();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(bytes, random);
            String charset = List.of("utf-8", "windows-1256", "utf-16", "x", "").get(random.nextInt(5));
            assertTimeoutPreemptively(SOON, () -> readAll(mutated, charset));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<p><a href=x>",
                "<table><tr><td>",
                "<ul><li>",
                "<font><p>",
                "<",
                "&",
                "&amp;",
                "<!--",
                "<a b='",
                "</p>",
                "<h1>x</h1>",
                "<title>a - ",
                "<script type='application/ld+json'>{",
                "<meta property='article:tag' content='x'>",
                "<time>x</time>",
                "<item>",
                "<item><title>x</title>",
                "<![CDATA[",
                "<!DOCTYPE x [",
                "]",
                "[",
                "{\"a\":",
                "\"",
                "a ",
                "a-",
                "خبر ",
                "و",
                " - ",
                "1 ",
                "12:30 ",
                "\n",
                "a\n\n",
                "<br>",
                "<x:y>",
                "<svg><p>",
                "<select><option>",
                "<template>",
                "<frameset>",
                "<nobr>",
                "<button>"
            })
    void readersTakeTimeInProportionToLength(String piece) {
        for (String beginning :
                List.of("", "<html><body><p>The harbour opened on Tuesday.</p>", "<rss><channel><item><description>")) {
            byte[] bytes = (beginning + piece.repeat(100_000 / piece.length())).getBytes(StandardCharsets.UTF_8);
            assertTimeoutPreemptively(SOON, () -> readAll(bytes, null));
        }
    }

    private void readAll(byte[] bytes, @Nullable String charset) {
        assertNotNull(InputKind.of(bytes));
        Draft text = CorpusInput.text(bytes, charset);
        check(text);
        Draft page = PageReader.read(bytes, charset, "https://news.example/a");
        check(page);
        assertEquals(page.body(), PlainText.paragraphs(page.body()));
        try {
            FeedReader.read(bytes, charset, null).drafts().forEach(ReadersFuzzTest::check);
        } catch (NoFeedException no) {
            assertFalse(String.valueOf(no.getMessage()).isBlank());
        }
        assertTrue(keywords.of(text.title(), text.body(), "ar").size() <= 10);
    }

    private static void check(Draft draft) {
        for (int i = 0; i < draft.body().length(); i++) {
            char unit = draft.body().charAt(i);
            assertTrue(unit >= ' ' || unit == '\n' || unit == '\t', () -> "a control character: " + (int) unit);
        }
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(draft.body()));
        assertTrue(draft.lead() == null
                || draft.lead().codePointCount(0, draft.lead().length()) <= 2_000);
        // What has no text says why.
        assertEquals(draft.hasBody(), draft.findings().stream().noneMatch(finding -> Set.of("no-text", "broken-off")
                .contains(finding.code())));
    }

    /** A part cut out, doubled or overwritten, a piece of markup put in, an octet turned; several of them. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && mutated.length > 1; i--) {
            int at = random.nextInt(mutated.length);
            int end = Math.min(mutated.length, at + random.nextInt(200));
            byte[] head = Arrays.copyOf(mutated, at);
            byte[] middle = Arrays.copyOfRange(mutated, at, end);
            byte[] tail = Arrays.copyOfRange(mutated, end, mutated.length);
            mutated = switch (random.nextInt(5)) {
                case 0 -> joined(head, tail);
                case 1 -> joined(head, middle, middle, tail);
                case 2 ->
                    joined(
                            head,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                            middle,
                            tail);
                case 3 -> head;
                default -> {
                    byte[] turned = mutated.clone();
                    turned[at] ^= (byte) (1 << random.nextInt(8));
                    yield turned;
                }
            };
        }
        return mutated;
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
