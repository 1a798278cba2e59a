package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.khabar.fixture.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a form say of themselves. */
class FormFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=a.txt | a.txt",
                "filename=\"a b.txt\" | a b.txt",
                "filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt | خبر.txt",
                "filename*=utf-8'ar'a+b%20c.txt | a+b c.txt",
                "filename=\"____.txt\"; filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt | خبر.txt",
                "filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt; filename=\"____.txt\" | خبر.txt",
                "filename*=UTF-8''%zz.txt | UTF-8''%zz.txt",
                "filename*=ISO-8859-1''%E4.txt | ISO-8859-1''%E4.txt"
            })
    void areCalledAsTheyAre(String parameters, String name) throws IOException {
        String form = "--x\r\nContent-Disposition: form-data; name=\"f\"; " + parameters + "\r\n\r\nA\r\n--x--\r\n";
        Files.File file = new FormFiles(new ByteArrayInputStream(Imports.utf8(form)), "x", new Bounds()).next();
        assertNotNull(file);
        assertEquals(name, file.name());
        assertFalse(file.field());
    }
}
