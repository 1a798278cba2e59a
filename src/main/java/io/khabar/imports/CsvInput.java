package io.khabar.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.ArticleView;
import io.khabar.http.Fault;
import io.khabar.http.Faults;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.imports.ImportReport.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Articles as rows of a table (RFC 4180), whose first row names the fields. Fields of several values have a {@code |}
 * between them; an image is its address. Cells that are empty say nothing.
 *
 * <p>The syntax is ASCII, so that rows are parted byte by byte, and each cell is then decoded strictly: one that is not
 * UTF-8 costs its row, not the table.
 */
final class CsvInput implements Input {

    private static final Set<String> SEVERAL = Set.of("authors", "keywords");

    /** What articles have; those that are read-only are accepted and ignored, like everywhere. */
    private static final Set<String> FIELDS = RecordReader.names(ArticleView.class);

    private static final Set<String> IGNORED = Set.of("dates", "derived");

    /** The byte order mark, its octets read one by one. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private static final Pattern SEPARATOR =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?\"?sep=(?<mark>[,;\t|])\"?\r?\n", Pattern.CASE_INSENSITIVE);

    /** How much of the first row is looked at to find out what parts its cells. */
    private static final int HEADER = 8 * 1024;

    private final Allowance in;
    private final Iterator<CSVRecord> rows;
    private final List<String> names;
    private boolean ended;

    /**
     * Reads the first row.
     *
     * @throws ProblemException that lists the names which are no fields
     */
    CsvInput(InputStream body) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(body, HEADER);
        Character said = said(buffered);
        char delimiter = said == null ? delimiter(buffered) : said;
        this.in = new Allowance(buffered);
        CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                // What follows a closed quote belongs to its cell: one such row takes no others with it.
                .setTrailingData(true)
                .get()
                .parse(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        this.rows = parser.iterator();
        try {
            if (!rows.hasNext()) {
                throw new ProblemException(ProblemCode.INVALID_REQUEST, "The table has no first row.");
            }
            this.names = names(rows.next());
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The first row cannot be read as CSV.");
        }
    }

    /** What Excel's first line, {@code sep=;}, says that parts the cells; it is read over. Null where there is none. */
    private static @Nullable Character said(BufferedInputStream in) throws IOException {
        in.mark(HEADER);
        String start = new String(in.readNBytes(32), StandardCharsets.ISO_8859_1);
        in.reset();
        Matcher line = SEPARATOR.matcher(start);
        if (!line.lookingAt()) {
            return null;
        }
        in.skipNBytes(line.end());
        return line.group("mark").charAt(0);
    }

    /** What stands most often in the first line outside of quotes: a comma, a semicolon or a tab. */
    private static char delimiter(BufferedInputStream in) throws IOException {
        in.mark(HEADER);
        byte[] start = in.readNBytes(HEADER - 1);
        in.reset();
        int[] found = new int[3];
        boolean quoted = false;
        for (byte octet : start) {
            quoted ^= octet == '"';
            if (octet == '\n' && !quoted) {
                break;
            }
            int which = ",;\t".indexOf((char) octet);
            if (which >= 0 && !quoted) {
                found[which]++;
            }
        }
        int best = found[1] > found[0] ? 1 : 0;
        return ",;\t".charAt(found[2] > found[best] ? 2 : best);
    }

    /** Whether bytes begin as a table of articles does: with the names of their fields, the text's among them. */
    static boolean isHeader(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (SEPARATOR.matcher(text).lookingAt()) {
            return true;
        }
        int end = text.indexOf('\n');
        String line = text.substring(text.startsWith(MARK) ? MARK.length() : 0, end < 0 ? text.length() : end);
        List<String> cells = Stream.of(line.split("[,;\t]", -1))
                .map(cell -> cell.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        return cells.size() > 1
                && cells.contains("body")
                && cells.stream().allMatch(cell -> FIELDS.stream().anyMatch(cell::equalsIgnoreCase));
    }

    private static List<String> names(CSVRecord header) {
        List<String> names = new ArrayList<>();
        Faults faults = new Faults();
        for (String cell : header) {
            String written = cell.startsWith(MARK) ? cell.substring(MARK.length()) : cell;
            String bare = written.replace("\"", "").strip();
            String name = FIELDS.stream()
                    .filter(field -> field.equalsIgnoreCase(bare))
                    .findFirst()
                    .orElse(null);
            if (name == null || names.contains(name)) {
                faults.add(
                        Fault.pointer(
                                "",
                                name == null ? "unknown-field" : "repeated",
                                "has a column "
                                        + (bare.isEmpty()
                                                ? "without a name, number " + (names.size() + 1)
                                                : "`" + decoded(bare) + "`")
                                        + ", which is " + (name == null ? "no field of articles" : "there before")),
                        name == null ? ProblemCode.UNKNOWN_FIELD : ProblemCode.INVALID_REQUEST);
            }
            names.add(name == null ? bare : name);
        }
        if (!names.contains("body")) {
            faults.pointer("", "required", "has no column `body`");
        }
        faults.check();
        return names;
    }

    @Override
    public @Nullable Unread next() throws IOException {
        if (ended) {
            return null;
        }
        in.renew();
        try {
            if (!rows.hasNext()) {
                ended = true;
                return null;
            }
            CSVRecord row = rows.next();
            return Unread.of(candidate(row), in.used() + 256);
        } catch (UncheckedIOException failed) {
            ended = true;
            return Unread.of(broken(failed), 1);
        } catch (IllegalStateException failed) {
            // How the parser reports an exception while it looks for the next row.
            ended = true;
            if (failed.getCause() instanceof IOException cause) {
                return Unread.of(broken(new UncheckedIOException(cause)), 1);
            }
            throw failed;
        }
    }

    /** A quote that is not closed: where the next row begins cannot be told. */
    private static Candidate broken(UncheckedIOException failed) throws IOException {
        IOException cause = java.util.Objects.requireNonNull(failed.getCause());
        if (cause instanceof Allowance.Exceeded) {
            return Candidate.unreadable(List.of(Finding.error(
                    "read",
                    "too-large",
                    "The row has more than " + JsonArticles.LARGEST
                            + " bytes, or a quote that is not closed; what follows is not" + " read.",
                    null)));
        }
        if (cause instanceof org.apache.commons.csv.CSVException || isSyntax(cause)) {
            return Candidate.unreadable(List.of(Finding.error(
                    "read", "malformed-csv", "The quotes of the row do not match; what follows is not read.", null)));
        }
        throw cause;
    }

    private static boolean isSyntax(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("quot") || message.contains("encapsulated") || message.contains("invalid char");
    }

    private Candidate candidate(CSVRecord row) {
        if (row.size() != names.size()) {
            return Candidate.unreadable(List.of(Finding.error(
                    "read",
                    "columns",
                    "The row has " + row.size() + " cells, the first one " + names.size() + ".",
                    null)));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String text = decoded(row.get(i));
            if (text == null) {
                return Candidate.unreadable(
                        List.of(Finding.error("read", "encoding", "`" + name + "` is not UTF-8.", name)));
            }
            if (!text.isBlank() && !IGNORED.contains(name)) {
                set(fields, name, text);
            }
        }
        return JsonArticles.read(fields);
    }

    private static void set(ObjectNode fields, String name, String text) {
        if (SEVERAL.contains(name)) {
            Set<String> values = new LinkedHashSet<>();
            for (String value : text.split("\\|", -1)) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
            ArrayNode all = fields.putArray(name);
            values.forEach(all::add);
        } else if (name.equals("image")) {
            fields.putObject(name).put("url", text.strip());
        } else {
            fields.put(name, name.equals("body") ? text : text.strip());
        }
    }

    /** The text whose bytes these characters are; null where it is not UTF-8. */
    private static @Nullable String decoded(String octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
