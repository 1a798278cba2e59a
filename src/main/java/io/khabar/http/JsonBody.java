package io.khabar.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies strictly: one value, UTF-8 (RFC 8259, section 8.1), no name twice, nothing behind the end, and no
 * more bytes than allowed, whether the client announced a length or not.
 */
public final class JsonBody {

    /** Largest JSON body, in bytes. */
    public static final int LIMIT = 2 * 1024 * 1024;

    /** Most names, values and brackets of one that is part of many: each takes a multiple of its bytes to hold. */
    public static final int MOST_TOKENS = 600_000;

    private static final ObjectMapper STRICT = strict(new JsonFactory());

    private static final ObjectMapper STRICT_LINES = strict(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());

    /** Where in a message of the parser its own affairs begin. */
    private static final List<String> INTERNAL = List.of(
            "(for ", ": enable ", "(not recognized", ": expected close marker", ": maybe a (non-standard) comment");

    private static final Pattern NAME_OF_CODE =
            Pattern.compile("com\\.fasterxml|java\\.|StreamRead|ReadFeature|Deserialization|Feature '");
    private static final ObjectReader PART = STRICT.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    private static ObjectMapper strict(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /**
     * Reads a whole body.
     *
     * @throws ProblemException {@code too-large} or {@code malformed-json}
     */
    public static JsonNode read(InputStream body) {
        return parse(bytes(body, LIMIT));
    }

    /**
     * Reads a whole body, or what stands for one.
     *
     * @throws ProblemException {@code malformed-json}
     */
    public static JsonNode parse(byte[] utf8) {
        return parse(STRICT, text(utf8), 0);
    }

    /**
     * Reads a value that is one line of many.
     *
     * @param number which one, from 1, for what is said of where a fault is
     * @throws ProblemException {@code malformed-json}
     */
    public static JsonNode parseLine(byte[] utf8, long number) {
        return parse(STRICT_LINES, text(utf8), number);
    }

    /** A parser of the same strictness, for what is too large to be held. */
    public static JsonParser parser(InputStream body) throws IOException {
        // What is read as a tree is a part: something stands behind it.
        JsonParser parser = STRICT.createParser(body);
        parser.setCodec(PART);
        return parser;
    }

    /** The sentence for a client about JSON that could not be read. */
    public static ProblemException malformed(JsonProcessingException broken) {
        return malformed(where(broken, 0));
    }

    /**
     * All bytes of a body.
     *
     * @throws ProblemException {@code too-large} where there are more than {@code limit}
     */
    public static byte[] bytes(InputStream body, int limit) {
        try {
            byte[] read = body.readNBytes(limit + 1);
            if (read.length > limit) {
                throw new ProblemException(
                        ProblemCode.TOO_LARGE,
                        "The body has more than " + limit + " bytes, the most that is read here.");
            }
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // RFC 8259 lets a parser ignore a byte order mark; some tools write one.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw malformed("is not UTF-8");
        }
    }

    private static JsonNode parse(ObjectMapper mapper, String text, long line) {
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree == null || tree instanceof MissingNode) {
                throw malformed("is empty");
            }
            return tree;
        } catch (JsonProcessingException broken) {
            throw malformed(where(broken, line));
        }
    }

    private static String where(JsonProcessingException broken, long line) {
        JsonLocation at = broken.getLocation();
        String where = at == null
                ? ""
                : " at line " + (line == 0 ? at.getLineNr() : line)
                        // Of a stream the octets are counted, which are no columns to people.
                        + (at.getByteOffset() < 0 ? ", column " : ", byte ") + at.getColumnNr();
        return "is not valid JSON" + where + ": " + firstLine(broken.getOriginalMessage());
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "unreadable";
        }
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        if (line.startsWith("Trailing token")) {
            return "something follows the value";
        }
        // Jackson names its own classes and settings in some messages; they mean nothing to a client.
        for (String internal : INTERNAL) {
            int at = line.indexOf(internal);
            line = at < 0 ? line : line.substring(0, at).strip();
        }
        return NAME_OF_CODE.matcher(line).find() ? "too deep, too long, or with an unusable number" : line;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(
                ProblemCode.MALFORMED_JSON,
                "The body " + detail + ".",
                List.of(Fault.pointer("", "malformed-json", detail)));
    }
}
