package io.khabar.imports.html;

import java.nio.charset.StandardCharsets;

/** Pages about a port, for tests of what is read of pages. */
final class PortPages {
    static final String FIRST = "The harbour reopened to cargo ships on Tuesday, after a strike that had closed it"
            + " for nineteen days, and the first ship, a Greek one, came in at noon.";
    static final String SECOND = "Dock workers had accepted a pay rise of six percent, the union said, which is"
            + " less than they had asked for, but more than the port had offered.";
    static final String THIRD = "Forty ships were waiting at anchor, some of them for two weeks, and it will take"
            + " the pilots until Sunday, or longer, to bring all of them in.";

    /** These paragraphs as markup. */
    static final String TEXT = p(FIRST) + p(SECOND) + p(THIRD);

    /** And as they are stored. */
    static final String PLAIN = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;

    private PortPages() {}

    static String p(String text) {
        return "<p>" + text + "</p>";
    }

    /** The text that is read of a page with some content. */
    static String body(String content) {
        return whole("", "<body>" + content + "</body>");
    }

    /** The text that is read of a page with more in its head. */
    static String whole(String head, String body) {
        String page = "<!doctype html><html><head><title>Port</title>" + head + "</head>" + body + "</html>";
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), "utf-8", "https://news.example/a")
                .body();
    }
}
