package io.khabar.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of a form (RFC 7578), read as they come: a part is as large as it likes, none is held. */
final class FormFiles implements Files {

    private static final int MOST_HEADERS = 16 * 1024;
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i);\\s{0,9}(filename\\*?|name)=(?:\"([^\"]{0,1000})\"|([^;\"\\s]{1,1000}))");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s{0,9}charset=\"?([^;\"\\s]{1,60})");

    private final InputStream in;
    private final Bounds bounds;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    /** Up to here what is in the buffer belongs to the part. */
    private int safe;

    private boolean exhausted;
    private boolean inPart = true;
    private boolean begun;

    /**
     * Reads a form.
     *
     * @param boundary what parts its files
     */
    FormFiles(InputStream in, String boundary, Bounds bounds) {
        this.in = in;
        this.bounds = bounds;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        // The first delimiter has no line before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    @Override
    public @Nullable File next() throws IOException {
        Part content = new Part();
        if (inPart) {
            // What is in front of the first delimiter means nothing; what is left of a part was not wanted.
            content.transferTo(OutputStream.nullOutputStream());
        }
        start += delimiter.length;
        String line = line(MOST_HEADERS);
        if (line.startsWith("--")) {
            return null;
        }
        bounds.file();
        begun = true;
        String name = "";
        boolean field = true;
        String type = "";
        int left = MOST_HEADERS;
        for (line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-disposition:")) {
                name = name(line);
                field = FILE_NAME.matcher(line).results().noneMatch(result -> isOfFile(result.group(1)));
            } else if (lower.startsWith("content-type:")) {
                type = line.substring("content-type:".length()).strip();
            }
        }
        inPart = true;
        safe = start;
        Matcher charset = CHARSET.matcher(type);
        Form said = Form.ofType(type);
        return new File(
                name,
                said == null ? Form.ofName(name) : said,
                charset.find() ? charset.group(1) : null,
                content,
                field);
    }

    private static boolean isOfFile(String parameter) {
        return parameter.equalsIgnoreCase("filename") || isEncoded(parameter);
    }

    /** RFC 5987, which RFC 7578 has forms do without; some clients write it all the same. */
    private static boolean isEncoded(String parameter) {
        return parameter.equalsIgnoreCase("filename*");
    }

    /** "UTF-8''%D8%AE.txt"; what is in another encoding, or in none, stays as it is written. */
    private static String decoded(String value) {
        int name = value.indexOf('\'', value.indexOf('\'') + 1) + 1;
        if (name == 0 || !value.regionMatches(true, 0, "utf-8'", 0, 6)) {
            return value;
        }
        try {
            return URLDecoder.decode(value.substring(name).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private static String name(String disposition) {
        Matcher matcher = FILE_NAME.matcher(disposition);
        String name = "";
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            // Where both are there, the encoded one has the letters that the other could not have.
            if (isEncoded(matcher.group(1))) {
                return decoded(value);
            }
            if (name.isEmpty() || isOfFile(matcher.group(1))) {
                name = value;
            }
        }
        return name;
    }

    /** The rest of a line, without what ends it. */
    private String line(int most) throws IOException {
        int at = start;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end) {
                String line = new String(buffer, start, at - start, StandardCharsets.UTF_8).strip();
                start = at + 1;
                return line;
            }
            if (at - start > most) {
                throw new EOFException("A part of the form has too many headers.");
            }
            at -= fill();
            if (exhausted) {
                throw broken();
            }
        }
    }

    private EOFException broken() {
        return new EOFException(
                begun ? "The form ends within a part." : "The form has no part, or another boundary than is said.");
    }

    /** Reads on; how far what is in the buffer was moved to its beginning. */
    private int fill() throws IOException {
        int moved = start;
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(buffer, end, buffer.length - end);
        exhausted = read < 0;
        end += Math.max(0, read);
        return moved;
    }

    /** Looks how far the part goes on for certain. */
    private void look() throws IOException {
        while (true) {
            for (int i = start; i + delimiter.length <= end; i++) {
                if (buffer[i] == '\r'
                        && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                    safe = i;
                    inPart = i > start;
                    return;
                }
            }
            safe = end - delimiter.length + 1;
            if (safe > start) {
                return;
            }
            fill();
            if (exhausted) {
                throw broken();
            }
        }
    }

    /** The part that is read now. */
    private final class Part extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (inPart && start >= safe) {
                look();
            }
            if (!inPart) {
                return -1;
            }
            int length = Math.min(most, safe - start);
            System.arraycopy(buffer, start, into, from, length);
            start += length;
            return length;
        }
    }
}
