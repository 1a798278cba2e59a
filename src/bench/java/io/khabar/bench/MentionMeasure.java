package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.khabar.date.PartialDate;
import io.khabar.mention.Bias;
import io.khabar.mention.DateTagger;
import io.khabar.mention.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the date tagger against labelled sentences (the Date specifications of Recognizers-Text) and against a
 * corpus of Arabic news (ANT), and prints recall, precision and speed.
 *
 * <p>Arguments: the folder with {@code temporal-ar/*.json} and {@code ant-v1.1.ndjson.gz}; {@code -v} lists what is
 * wrong.
 */
public final class MentionMeasure {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final JsonMapper JSON = new JsonMapper();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final String MONTHS =
            "جانفي|فيفري|مارس|أفريل|افريل|ماي|جوان|جويلية|أوت|اوت|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر";
    private static final List<String> MONTH_NAMES = List.of(
            "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<!\\p{L})(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الإربعاء|الخميس|الجمعة|السبت|الأحد|الاحد)"
                    + " (\\d{1,2}) (" + MONTHS + ")(?!\\p{L})(?: (\\d{4})(?!\\d))?");
    private static final Pattern SLASHED = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})");
    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("الاثنين", 1),
            Map.entry("الإثنين", 1),
            Map.entry("الثلاثاء", 2),
            Map.entry("الأربعاء", 3),
            Map.entry("الاربعاء", 3),
            Map.entry("الإربعاء", 3),
            Map.entry("الخميس", 4),
            Map.entry("الجمعة", 5),
            Map.entry("السبت", 6),
            Map.entry("الأحد", 7),
            Map.entry("الاحد", 7));

    private final boolean verbose;

    private MentionMeasure(boolean verbose) {
        this.verbose = verbose;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MentionMeasure measure = new MentionMeasure(arguments.length > 1 && arguments[1].equals("-v"));
        measure.labelled(folder.resolve("temporal-ar"));
        measure.corpus(folder.resolve("ant-v1.1.ndjson.gz"));
    }

    private void labelled(Path folder) throws IOException {
        Counts all = new Counts();
        for (String file : List.of("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser")) {
            Counts counts = new Counts();
            for (JsonNode item : JSON.readTree(stripped(folder.resolve(file + ".json")))) {
                item(item, counts);
            }
            OUT.printf("%-20s %s%n", file, counts);
            all.add(counts);
        }
        OUT.printf("%-20s %s%n", "all", all);
    }

    private static String stripped(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void item(JsonNode item, Counts counts) {
        String text = item.get("Input").asText();
        JsonNode context = item.path("Context").path("ReferenceDateTime");
        PartialDate reference =
                PartialDate.parse(context.isMissingNode() ? "2016-11-07" : context.asText().substring(0, 10));
        List<Mention> found = new ArrayList<>(DateTagger.tag(text, "ar", reference, ZoneOffset.UTC, Bias.PAST));
        for (JsonNode expected : item.get("Results")) {
            counts.expected++;
            String words = expected.get("Text").asText();
            Mention match = match(found, text, expected);
            if (match == null) {
                complain("missed", text, words, found.toString());
                continue;
            }
            found.remove(match);
            counts.overlapping++;
            if (match.text().equals(words)) {
                counts.exact++;
            } else {
                complain("span", text, words, match.text());
            }
            if (core(match.text()).equals(core(words))) {
                counts.core++;
            }
            value(expected.path("Value").path("PastResolution"), match, counts, text);
        }
        counts.spurious += found.size();
        for (Mention extra : found) {
            complain("extra", text, "", extra.text() + " " + extra.value());
        }
    }

    private static Mention match(List<Mention> found, String text, JsonNode expected) {
        int start = text.codePointCount(0, expected.get("Start").asInt());
        int end = start + expected.get("Length").asInt();
        for (Mention mention : found) {
            if (mention.start() < end && start < mention.end()) {
                return mention;
            }
        }
        return null;
    }

    /** Without the noun and the preposition around a date, which one guideline counts in and another does not. */
    private static String core(String words) {
        return words.replaceFirst("^(?:يوم|في|إلى|من|هذا) ", "").replaceFirst("^يوم ", "");
    }

    private void value(JsonNode past, Mention match, Counts counts, String text) {
        List<String> wanted = new ArrayList<>();
        past.forEach(value -> wanted.add(value.asText()));
        if (wanted.isEmpty() || wanted.getFirst().startsWith("0001")) {
            return;
        }
        counts.valued++;
        if (isRight(wanted, match.value())) {
            counts.right++;
        } else {
            complain("value", text, wanted.toString(), match.text() + " " + match.value());
        }
    }

    private static boolean isRight(List<String> wanted, PartialDate value) {
        if (value == null) {
            return false;
        }
        if (wanted.size() == 1) {
            return value.value().equals(wanted.getFirst());
        }
        LocalDate[] bounds = bounds(value.value());
        LocalDate end = LocalDate.parse(wanted.get(1));
        return bounds[0] != null
                && bounds[1] != null
                && bounds[0].toString().equals(wanted.get(0))
                && (bounds[1].equals(end) || bounds[1].plusDays(1).equals(end) || bounds[1].getYear() == end.getYear() && value.value().endsWith("/" + end.getYear()));
    }

    private static LocalDate[] bounds(String value) {
        int slash = value.indexOf('/');
        return new LocalDate[] {
            bound(slash < 0 ? value : value.substring(0, slash), true), bound(value.substring(slash + 1), false)
        };
    }

    private static LocalDate bound(String end, boolean first) {
        return switch (end.length()) {
            case 4 -> first ? LocalDate.parse(end + "-01-01") : LocalDate.parse(end + "-12-31");
            case 7 -> first ? YearMonth.parse(end).atDay(1) : YearMonth.parse(end).atEndOfMonth();
            case 10 -> LocalDate.parse(end);
            default -> null;
        };
    }

    private void complain(String what, String text, String wanted, String found) {
        if (verbose) {
            OUT.printf("%-7s %s | %s | %s%n", what, text, wanted, found);
        }
    }

    private void corpus(Path file) throws IOException {
        int written = 0;
        int found = 0;
        int dated = 0;
        int agreeing = 0;
        int rightDay = 0;
        long bytes = 0;
        long nanos = 0;
        int mentions = 0;
        int articles = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = JSON.readTree(line);
                String body = article.path("body").asText();
                PartialDate published = published(article.path("time").asText());
                long start = CPU.getCurrentThreadCpuTime();
                List<Mention> tagged = DateTagger.tag(body, "ar-TN", published, ZoneId.of("Africa/Tunis"), null);
                if (articles++ >= 1000) {
                    nanos += CPU.getCurrentThreadCpuTime() - start;
                    bytes += body.getBytes(StandardCharsets.UTF_8).length;
                }
                mentions += tagged.size();
                Matcher matcher = WRITTEN.matcher(body);
                while (matcher.find()) {
                    written++;
                    Mention match = covering(tagged, body, matcher);
                    if (match == null) {
                        complain(
                                "missed",
                                body.substring(
                                                Math.max(0, matcher.start() - 40),
                                                Math.min(body.length(), matcher.end() + 20))
                                        .replace('\n', '¶'),
                                "",
                                "");
                        continue;
                    }
                    found++;
                    LocalDate day = match.value() == null ? null : bounds(match.value().value())[1];
                    int month = month(matcher.group(2));
                    if (day != null && day.getMonthValue() == month && day.getDayOfMonth() == Integer.parseInt(matcher.group(1))) {
                        rightDay++;
                    }
                    if (matcher.group(3) != null) {
                        dated++;
                        String weekday = matcher.group().substring(0, matcher.group().indexOf(' '));
                        if (day != null && day.getDayOfWeek().getValue() == WEEKDAYS.get(weekday)) {
                            agreeing++;
                        } else {
                            complain("weekday", matcher.group(), String.valueOf(published), String.valueOf(match.value()));
                        }
                    }
                }
            }
        }
        OUT.printf("weekday day month [year]: %d, found %.4f, day and month right %.4f%n", written, found / (double) written, rightDay / (double) written);
        OUT.printf("with a year: %d, weekday agrees %.4f%n", dated, agreeing / (double) dated);
        OUT.printf("%d mentions in %d articles, %.2f MB/s%n", mentions, articles, bytes / 1e6 / (nanos / 1e9));
    }

    /** The corpus writes most times as ISO 8601, and some as day/month/year. */
    private static @Nullable PartialDate published(String time) {
        Matcher slashed = SLASHED.matcher(time);
        if (slashed.lookingAt()) {
            return PartialDate.parse(slashed.group(3) + "-" + slashed.group(2) + "-" + slashed.group(1));
        }
        return time.length() < 10 ? null : PartialDate.parse(time.substring(0, 10));
    }

    private static int month(String name) {
        int month = MONTH_NAMES.indexOf(name.equals("افريل") ? "أفريل" : name.equals("اوت") ? "أوت" : name.equals("اكتوبر") ? "أكتوبر" : name);
        return month + 1;
    }

    private static Mention covering(List<Mention> tagged, String body, Matcher matcher) {
        int start = body.codePointCount(0, matcher.start());
        int end = start + body.codePointCount(matcher.start(), matcher.end());
        for (Mention mention : tagged) {
            if (mention.start() <= start && mention.end() >= end) {
                return mention;
            }
        }
        return null;
    }

    /** What was found of what is there. */
    private static final class Counts {
        private int expected;
        private int overlapping;
        private int exact;
        private int core;
        private int spurious;
        private int valued;
        private int right;

        void add(Counts other) {
            expected += other.expected;
            overlapping += other.overlapping;
            exact += other.exact;
            core += other.core;
            spurious += other.spurious;
            valued += other.valued;
            right += other.right;
        }

        private double f1(int hits) {
            return 2.0 * hits / (expected + overlapping + spurious);
        }

        @Override
        public String toString() {
            return "expected %d, span F1: same words %.3f, same but for a leading noun or preposition %.3f, overlapping %.3f; value right %d of %d = %.3f"
                    .formatted(
                            expected, f1(exact), f1(core), f1(overlapping), right, valued, right / (double) valued);
        }
    }
}
