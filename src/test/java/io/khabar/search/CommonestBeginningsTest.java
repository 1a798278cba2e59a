package io.khabar.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 300 words begin alike, of which the last of the alphabet is in 40 documents of two segments, the others in one each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommonestBeginningsTest {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;

    @BeforeAll
    void index() throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < 300; i++) {
                add(writer, "تو%03d".formatted(i));
            }
            for (int i = 0; i < 40; i++) {
                add(writer, "تونس");
                if (i == 20) {
                    writer.commit();
                }
            }
            add(writer, "ثورة");
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static void add(IndexWriter writer, String word) throws IOException {
        Document document = new Document();
        document.add(new TextField("words", word, Field.Store.NO));
        writer.addDocument(document);
    }

    private int count(String field, String beginning, int most) throws IOException {
        return new IndexSearcher(reader).count(new CommonestBeginnings(field, beginning, most));
    }

    @Test
    void standForTheCommonestWords() throws IOException {
        assertEquals(40, count("words", "تو", 1));
        assertEquals(40 + 99, count("words", "تو", 100));
        assertEquals(40 + 300, count("words", "تو", 301));
    }

    @Test
    void standForNoOtherWords() throws IOException {
        assertEquals(1, count("words", "تو007", 100));
        assertEquals(1, count("words", "ث", 100));
        assertEquals(0, count("words", "ج", 100));
        assertEquals(0, count("others", "تو", 100));
    }

    @Test
    void areEqualWhereTheyFindTheSame() {
        assertEquals(new CommonestBeginnings("words", "تو", 9), new CommonestBeginnings("words", "تو", 9));
        assertEquals(
                3,
                List.of(
                                new CommonestBeginnings("words", "تو", 9),
                                new CommonestBeginnings("words", "ت", 9),
                                new CommonestBeginnings("words", "تو", 8))
                        .stream()
                        .distinct()
                        .count());
    }
}
