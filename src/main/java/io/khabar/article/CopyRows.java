package io.khabar.article;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyRows {

    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean first = true;

    CopyRows add(@Nullable Object value) {
        next();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    CopyRows array(List<String> values) {
        next();
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        escape(array.append('}').toString());
        return this;
    }

    /** An instant; the server writes years before 1 as BC, and knows no plus sign. */
    CopyRows time(@Nullable Instant instant) {
        if (instant == null) {
            return add(null);
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        boolean before = time.getYear() <= 0;
        next();
        pad(before ? 1 - time.getYear() : time.getYear(), 4);
        pad(time.getMonthValue(), '-');
        pad(time.getDayOfMonth(), '-');
        pad(time.getHour(), ' ');
        pad(time.getMinute(), ':');
        pad(time.getSecond(), ':');
        rows.append('.');
        pad(time.getNano() / 1_000, 6);
        rows.append("+00").append(before ? " BC" : "");
        return this;
    }

    private void pad(int number, char before) {
        rows.append(before);
        pad(number, 2);
    }

    private void pad(int number, int digits) {
        String text = Integer.toString(number);
        rows.repeat('0', Math.max(0, digits - text.length())).append(text);
    }

    void end() {
        rows.append('\n');
        first = true;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        return rows.toString();
    }

    private void next() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    private void escape(String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\n' || c == '\t' || c == '\r') {
                rows.append(text, done, i)
                        .append('\\')
                        .append(
                                switch (c) {
                                    case '\n' -> 'n';
                                    case '\t' -> 't';
                                    case '\r' -> 'r';
                                    default -> c;
                                });
                done = i + 1;
            }
        }
        rows.append(text, done, text.length());
    }
}
