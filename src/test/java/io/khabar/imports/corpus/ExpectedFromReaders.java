package io.khabar.imports.corpus;

import java.io.IOException;
import java.nio.file.Files;

/** Writes down what the readers make of the corpus; the difference is for people to judge before it is committed. */
final class ExpectedFromReaders {

    private ExpectedFromReaders() {}

    /** Writes all files; run from the project's folder. */
    public static void main(String... arguments) throws IOException {
        for (CorpusInput input : CorpusInput.all()) {
            Files.writeString(input.beside(".expected.json"), input.read());
        }
    }
}
