package io.khabar.imports;

import io.khabar.http.Fault;
import io.khabar.http.JsonBody;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.encoding.Encodings;
import io.khabar.imports.encoding.InputKind;
import io.khabar.imports.feed.Feed;
import io.khabar.imports.feed.FeedReader;
import io.khabar.imports.feed.NoFeedException;
import io.khabar.imports.html.PageReader;
import io.khabar.imports.text.MalformedTextException;
import io.khabar.language.WordEnds;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the inputs of one import, each with the reader for what it is. */
final class Inputs {

    /** How much of an input is looked at to see what it is. */
    private static final int HEAD = 4096;

    /** A larger feed takes a multiple of its size while it is read, so that one is read at a time. */
    private static final int LARGE_FEED = 2 * 1024 * 1024;

    /** How many archives an archive may be in. */
    private static final int DEEPEST = 1;

    private static final Semaphore LARGE_FEEDS = new Semaphore(1);

    /**
     * An input that is ready to be read.
     *
     * @param one whether it is one article
     */
    record Opened(Input input, boolean one) {}

    private final ImportParameters given;
    private final Predicate<String> isKnownSource;

    /**
     * Inputs of an import.
     *
     * @param isKnownSource whether a text is the name or an alias of a source
     */
    Inputs(ImportParameters given, Predicate<String> isKnownSource) {
        this.given = given;
        this.isKnownSource = isKnownSource;
    }

    /**
     * Opens an input.
     *
     * @param said what it is said to be; what the bytes are for certain is believed against it, and a finding says so. Null
     *     where nothing is said
     * @param type the type that says it, with its parameters
     * @throws ProblemException where nothing of it can be read
     */
    Opened open(@Nullable Form said, MediaType type, InputStream body) throws IOException {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        Bounds bounds = new Bounds();
        if (said == Form.FILES) {
            String boundary = type.getParameters().get("boundary");
            if (boundary == null || boundary.isBlank()) {
                throw unreadable("no-boundary", "has a content type without `boundary`");
            }
            return new Opened(files(new FormFiles(body, boundary, bounds), 0, bounds), false);
        }
        if (given.split()) {
            return new Opened(split(body, Form.TEXT.charset(charset)), false);
        }
        return open(new Files.File("", said, charset, body), 0, bounds);
    }

    /** Raw texts of any length; those in an encoding of wider units are parted after it was read. */
    private Input split(InputStream body, @Nullable String charset) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, HEAD);
        Charset wide = Encodings.wide(head(in), charset);
        return wide == null
                ? new TextInput(in, texts(charset))
                : new TextInput(new Utf8Stream(new InputStreamReader(in, wide)), texts(Form.UTF_8));
    }

    /**
     * Opens a file.
     *
     * @param depth how many archives it is in
     */
    private Opened open(Files.File file, int depth, Bounds bounds) throws IOException {
        if (file.field()) {
            String name = WordEnds.cut(PlainText.line(file.name()), FilesInput.LONGEST_NAME);
            throw unreadable("no-file", "is the field `" + name + "` of the form: it has no `filename`");
        }
        Form said = file.said();
        if (said == null && Form.isOfNoArticle(file.name())) {
            throw unreadable("no-article", "is of a kind that has no text to read");
        }
        BufferedInputStream in = new BufferedInputStream(file.content(), HEAD);
        byte[] head = said == Form.LINES ? firstLine(in) : head(in);
        InputKind kind = InputKind.of(head);
        if (said != null && said.isOfRows() && (kind == InputKind.HTML || kind == InputKind.XML)) {
            throw unreadable(
                    "wrong-type", "is sent as " + said + ", but is " + (kind == InputKind.HTML ? Form.PAGE : "XML"));
        }
        Form form = said == null ? Form.guessed(kind, head) : said.corrected(kind, head);
        if (said == null) {
            given.check(form);
        }
        if ((form == Form.ZIP && kind != InputKind.ZIP) || (form == Form.GZIP && kind != InputKind.GZIP)) {
            throw unreadable("no-archive", "is not " + form + ", or an empty one");
        }
        String charset = form.charset(file.charset());
        Charset wide = form.isOfRows() ? Encodings.wide(head, null) : null;
        InputStream octets = wide == null ? in : new Utf8Stream(new InputStreamReader(in, wide));
        Input input = input(form, charset, octets, file.name(), depth, bounds);
        if (said != null && form != said) {
            input = beginning(
                    input,
                    List.of(Finding.info(
                            "read", "type-corrected", "It was sent as " + said + ", but is " + form + ".", null)));
        }
        return new Opened(input, form == Form.TEXT || form == Form.PAGE);
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return head;
    }

    /** No more than that: who sends a line and then waits for what becomes of it waits for ever else. */
    private static byte[] firstLine(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int first = 0;
        int octet = in.read();
        while (octet >= 0) {
            line.write(octet);
            boolean leading = octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n' || octet >= 0xBB;
            first = first == 0 && !leading ? octet : first;
            // What begins as markup is none of the lines that are waited for; that it is a feed stands further down.
            if (line.size() == HEAD || (octet == '\n' && first != 0 && first != '<')) {
                break;
            }
            octet = in.read();
        }
        in.reset();
        return line.toByteArray();
    }

    private Input input(Form form, @Nullable String charset, InputStream in, String name, int depth, Bounds bounds)
            throws IOException {
        return switch (form) {
            case TEXT -> text(in, texts(charset));
            case PAGE -> page(JsonBody.bytes(in, PageReader.LARGEST), charset);
            case FEED -> feed(JsonBody.bytes(in, FeedReader.LARGEST), charset);
            case JSON -> new JsonInput(in);
            case LINES -> new NdjsonInput(in);
            case CSV -> new CsvInput(in);
            case ZIP -> files(PackedFiles.zip(packed(in, depth, bounds), bounds), depth + 1, bounds);
            case GZIP -> files(PackedFiles.gzip(packed(in, depth, bounds), name, bounds), depth + 1, bounds);
            case FILES -> throw unreadable("nested-form", "is a form in something else");
        };
    }

    private Input files(Files files, int depth, Bounds bounds) {
        Inputs each = new Inputs(given.ofSeveral(), isKnownSource);
        return new FilesInput(files, file -> each.open(file, depth, bounds).input());
    }

    private static InputStream packed(InputStream in, int depth, Bounds bounds) {
        if (depth > DEEPEST) {
            throw unreadable("nested-archive", "is an archive in an archive in an archive");
        }
        return depth == 0 ? bounds.packed(in) : in;
    }

    private RawTexts texts(@Nullable String charset) {
        return new RawTexts(charset, !given.fields().hasNonNull("source"), isKnownSource);
    }

    /** One text is read at once: what is wrong with all of it is a problem of the request. */
    private static Input text(InputStream in, RawTexts texts) {
        byte[] bytes = JsonBody.bytes(in, TextInput.LIMIT);
        try {
            texts.check(bytes);
        } catch (MalformedTextException malformed) {
            throw unreadable("encoding", "cannot be read: " + malformed.getMessage());
        }
        return of(Stream.of(texts.of(bytes)));
    }

    private Input page(byte[] bytes, @Nullable String charset) {
        String url = given.url();
        return of(Stream.of(new Unread() {
            @Override
            public Candidate read() {
                return Drafts.candidate(PageReader.read(bytes, charset, url));
            }

            @Override
            public int size() {
                return bytes.length;
            }
        }));
    }

    /** The entries of a feed. */
    Input feed(byte[] bytes, @Nullable String charset) {
        Feed feed = bytes.length > LARGE_FEED ? inTurn(bytes, charset) : read(bytes, charset);
        Input entries = of(feed.drafts().stream()
                .map(draft ->
                        Unread.of(Drafts.candidate(draft), 2 * draft.body().length())));
        return beginning(entries, feed.findings().stream().map(Drafts::finding).toList());
    }

    private Feed inTurn(byte[] bytes, @Nullable String charset) {
        LARGE_FEEDS.acquireUninterruptibly();
        try {
            return read(bytes, charset);
        } finally {
            LARGE_FEEDS.release();
        }
    }

    private Feed read(byte[] bytes, @Nullable String charset) {
        try {
            return FeedReader.read(bytes, charset, given.url());
        } catch (NoFeedException none) {
            throw unreadable("no-feed", "is no feed: " + none.getMessage());
        }
    }

    private static ProblemException unreadable(String code, String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, Fault.pointer("", code, detail));
    }

    private static Input of(Stream<Unread> articles) {
        Iterator<Unread> left = articles.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    /** What is worth knowing of an input as a whole is said with its first article. */
    private static Input beginning(Input input, List<Finding> findings) {
        if (findings.isEmpty()) {
            return input;
        }
        boolean[] begun = {false};
        return () -> {
            Unread next = input.next();
            boolean first = !begun[0];
            begun[0] = true;
            return next == null || !first ? next : next.with(findings);
        };
    }
}
