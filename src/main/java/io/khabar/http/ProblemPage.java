package io.khabar.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page that explains a kind of problem: complete in itself, nothing is loaded from anywhere. */
final class ProblemPage {

    private static final String STYLE = ":root{color-scheme:light dark}"
            + "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}"
            + "code{font-family:ui-monospace,monospace}";

    /** The Content-Security-Policy of the page: its own style sheet, by its digest, and nothing else. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ProblemPage() {}

    static String of(ProblemCode code) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%1$s – Khabar</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>Code <code>%3$s</code>, HTTP status %4$d</p>
                <p>%5$s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        escaped(code.title()), STYLE, escaped(code.code()), code.status(), marked(code.explanation()));
    }

    /** Code spans become elements: every other piece between backticks is one. */
    private static String marked(String text) {
        StringBuilder html = new StringBuilder();
        boolean span = false;
        for (String piece : text.split("`", -1)) {
            html.append(span ? "<code>" : "").append(escaped(piece)).append(span ? "</code>" : "");
            span = !span;
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
