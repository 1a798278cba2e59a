package io.khabar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A seeded set of articles: 60 % Arabic, words by Zipf's law, ten years, sources with shares by Zipf's law (the first has about 17 %), one
 * published date and on average two mentioned ones each. The same number of articles gives the same set, always.
 *
 * <p>Ids count up with time, as those of UUIDv7 do; {@code load.lua} and the pgbench scripts compute them.
 */
final class DataSet {

    private static final int SOURCES = 200;
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final int COPIED_AT_ONCE = 1 << 18;
    /** Articles whose dates are held in memory until they are loaded. */
    private static final int BATCH = 20_000;

    private static final String ARTICLE = "article (id, source_id, url, url_canonical, external_id, title,"
            + " title_direction, lead, body, language, direction, authors, author_names, section, keywords,"
            + " published_value, published_earliest, published_latest, word_count, reading_minutes, created_at,"
            + " updated_at, version)";
    private static final String DATE = "article_date (id, article_id, role, value, precision, earliest, latest, text,"
            + " origin, created_at, updated_at, version)";

    /** Words of a language: the commonest are those below, the others are made of letters; {@code load.lua} makes the same. */
    private static final int VOCABULARY = 30_000;
    private static final String ARABIC_LETTERS = "رزسشصضطظعغقمنجحخ";
    private static final String LATIN_LETTERS = "bdfgjkmnpqrtvwxz";

    private static final String[] ARABIC = ("في من على إلى عن مع بعد قبل خلال الرئيس الحكومة وزير الخارجية الدفاع مجلس الأمن"
                    + " القوات المدينة سوريا دمشق حلب العراق بغداد لبنان بيروت مصر القاهرة الأمم المتحدة اتفاق هدنة"
                    + " مفاوضات انتخابات اقتصاد النفط أسعار المياه الكهرباء الزراعة التعليم الصحة المستشفى اللاجئين"
                    + " الحدود تركيا إيران روسيا الولايات أعلن قال أكد أضاف أشار نفى طالب دعا وصل غادر بدأ انتهى جديد"
                    + " كبير مسؤول مصدر تقرير بيان مؤتمر صحفي منطقة شمال جنوب شرق غرب اليوم أمس الماضي المقبل")
            .split(" ");
    private static final String[] LATIN = ("the of in to and for on with after before president government minister foreign"
                    + " defence council security forces city Syria Damascus Aleppo Iraq Baghdad Lebanon Beirut Egypt"
                    + " Cairo United Nations agreement truce talks election economy oil prices water electricity"
                    + " farming education health hospital refugees border Turkey Iran Russia States announced said"
                    + " stressed added denied demanded called arrived left began ended new large official source report"
                    + " statement conference press region north south east west today yesterday last next")
            .split(" ");
    private static final String[] SECTIONS = {"politics", "economy", "world", "culture", "sport", "science", "local"};
    private static final String[] OTHER_LANGUAGES = {"en", "en", "fr", "tr"};

    private final int articles;
    private final Random random = new Random(20_251);
    private int dates;
    private final double[] shares = zipfian(SOURCES);
    private final double[] frequencies = zipfian(VOCABULARY);

    DataSet(int articles) {
        this.articles = articles;
    }

    /** Cumulative shares by Zipf's law. */
    private static double[] zipfian(int ranks) {
        double[] shares = new double[ranks];
        double sum = 0;
        for (int rank = 1; rank <= ranks; rank++) {
            sum += 1.0 / rank;
            shares[rank - 1] = sum;
        }
        return shares;
    }

    /** Empties the database and loads the set. */
    void load(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate source, article, change cascade");
            // Lost in a crash: then it is loaded again.
            statement.execute("set synchronous_commit = off");
            copy(connection, "source (id, key, name, languages, kind, name_sort, name_folded, search_text,"
                    + " created_at, updated_at, version)", SOURCES, this::source);
            statement.execute("insert into source_handle select key, id from source");
            for (int loaded = 0; loaded < articles; loaded += BATCH) {
                int before = loaded;
                List<String> rows = new ArrayList<>();
                copy(connection, ARTICLE, Math.min(BATCH, articles - loaded), n -> article(before + n, rows));
                copy(connection, DATE, rows.size(), n -> rows.get(n - 1));
            }
            statement.execute("vacuum (analyze) source, source_handle, article, article_date");
        }
    }

    private static void copy(Connection connection, String table, int rows, IntFunction<String> row)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        StringBuilder text = new StringBuilder(COPIED_AT_ONCE * 2);
        for (int number = 1; number <= rows; number++) {
            text.append(row.apply(number)).append('\n');
            if (text.length() > COPIED_AT_ONCE || number == rows) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }
        }
        copy.endCopy();
    }

    private String source(int number) {
        String key = "source-%03d".formatted(number);
        String name = "Source %03d".formatted(number);
        return row(sourceId(number), key, name, "{ar}", "newspaper", "\\\\x%06x".formatted(number), key, " " + key,
                FIRST.plusSeconds(number), FIRST.plusSeconds(number), 1);
    }

    private String article(int number, List<String> rows) {
        String id = id(number);
        boolean arabic = random.nextInt(10) < 6;
        String[] words = arabic ? ARABIC : LATIN;
        String language = arabic ? "ar" : OTHER_LANGUAGES[random.nextInt(OTHER_LANGUAGES.length)];
        String direction = arabic ? "rtl" : "ltr";
        // Most are short, few are long: 60 to 600 words.
        int length = 60 + (int) (540 * Math.pow(random.nextDouble(), 3));
        String url = "https://news.example/%s/%d".formatted(language, number);
        String author = pick(words) + " " + pick(words);
        long span = Duration.between(FIRST, END).toSeconds();
        Instant published = FIRST.plusSeconds(span * (number - 1) / articles + random.nextInt(60));
        boolean day = random.nextInt(100) < 15;
        Instant earliest = day ? published.truncatedTo(ChronoUnit.DAYS) : published;
        Instant latest = day ? earliest.plus(1, ChronoUnit.DAYS) : earliest.plusSeconds(1);
        String value = day ? day(earliest) : earliest.toString();
        rows.add(row("01910000-0000-7000-8000-%012d".formatted(dates++), id, "published", value,
                day ? "day" : "instant", earliest, latest, "\\N", "given", published, published, 1));
        for (int mentioned = random.nextInt(5); mentioned > 0; mentioned--) {
            Instant on = published.truncatedTo(ChronoUnit.DAYS).minus(random.nextInt(400), ChronoUnit.DAYS);
            rows.add(row("01910000-0000-7000-8000-%012d".formatted(dates++), id, "mentioned", day(on), "day", on,
                    on.plus(1, ChronoUnit.DAYS), day(on), "derived", published, published, 1));
        }
        return row(id, sourceId(1 + zipf(shares)), url, url, "n" + number, words(words, 9), direction, words(words, 25),
                words(words, length), language, direction, "[{\"name\": \"" + author + "\"}]", "{\"" + author + "\"}",
                SECTIONS[random.nextInt(SECTIONS.length)], keywords(words), value, earliest, latest, length,
                1 + length / 200, published, published, 1);
    }

    private String keywords(String[] words) {
        return "{" + String.join(",", random.ints(4, 0, words.length).distinct().mapToObj(at -> words[at]).toList()) + "}";
    }

    private int zipf(double[] cumulative) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return at < 0 ? -at - 1 : at;
    }

    private String words(String[] words, int number) {
        StringBuilder text = new StringBuilder(number * 8);
        for (int i = 0; i < number; i++) {
            text.append(i == 0 ? "" : " ").append(word(words, zipf(frequencies)));
        }
        return text.toString();
    }

    /** The word of a rank, the commonest having rank 0. */
    private static String word(String[] words, int rank) {
        if (rank < words.length) {
            return words[rank];
        }
        String letters = words == ARABIC ? ARABIC_LETTERS : LATIN_LETTERS;
        StringBuilder word = new StringBuilder();
        for (int rest = rank * 7 + 4096; rest > 0; rest /= 16) {
            word.append(letters.charAt(rest % 16));
        }
        return word.toString();
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String id(int number) {
        return "01900000-0000-7000-8000-%012d".formatted(number);
    }

    private static String sourceId(int number) {
        return "01800000-0000-7000-8000-%012d".formatted(number);
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String row(Object... columns) {
        return String.join("\t", Arrays.stream(columns).map(Object::toString).toList());
    }
}
