package io.khabar.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's tour is walked: what it asks of a service with sample articles is answered, and with something. */
class TourIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A word of a shell: in single quotes, or without spaces. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void everyQuestionOfTheTourIsAnsweredWithSomething() throws Exception {
        List<String> asked = questions(Files.readAllLines(Path.of("README.md")));
        assertTrue(asked.size() >= 10, asked.toString());
        try (PackagedService service = PackagedService.launchWithSample(folder)) {
            awaitIndex(service);
            for (String question : asked) {
                HttpResponse<String> answer = service.get(question);
                String shown = question + "\n" + answer.body();
                if (question.contains("limit=abc")) {
                    assertEquals(400, answer.statusCode(), shown);
                    assertEquals(3, json.readTree(answer.body()).path("errors").size(), shown);
                } else {
                    assertEquals(200, answer.statusCode(), shown);
                    boolean nothingYet = question.endsWith("after=now");
                    assertEquals(
                            nothingYet,
                            json.readTree(answer.body()).path("items").isEmpty(),
                            shown);
                }
            }
        }
    }

    @Test
    void textsOfTheTourBecomeTheArticlesAndDatesThatAreShown() throws Exception {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        List<String> text = indented(readme, readme.indexOf("    $ cat article.txt") + 1);
        assertEquals("سيريانيوز", text.getLast());
        int inline = 0;
        while (!readme.get(inline).contains("--data-binary $'")) {
            inline++;
        }
        String dated = readme.get(inline).replaceAll("^.*\\$'|'[^']*$", "").translateEscapes();
        List<String> dates = indented(readme, inline + 2);
        assertTrue(dates.size() >= 3, dates.toString());
        try (PackagedService service = PackagedService.launchWithSample(folder)) {
            JsonNode item = imported(service, String.join("\n", text));
            assertEquals("created", item.path("outcome").asText(), item.toString());
            assertTrue(item.path("findings").isEmpty(), item.toString());
            assertEquals("syria-news", item.at("/article/source/key").asText());
            assertEquals(text.getFirst(), item.at("/article/lead").asText());
            assertEquals(
                    String.join("\n\n", text.subList(0, text.size() - 1)),
                    item.at("/article/body").asText());
            List<String> found = new ArrayList<>();
            for (JsonNode date : imported(service, dated).at("/article/dates")) {
                found.add(json.createArrayNode()
                        .add(date.path("text").textValue())
                        .add(date.path("value").textValue())
                        .add(date.path("origin").textValue())
                        .toString());
            }
            assertEquals(dates, found);
        }
    }

    /** The lines of a block of README from one on. */
    private static List<String> indented(List<String> readme, int from) {
        int end = from;
        while (readme.get(end).startsWith("    ")) {
            end++;
        }
        return readme.subList(from, end).stream().map(String::strip).toList();
    }

    private JsonNode imported(PackagedService service, String text) throws Exception {
        HttpResponse<String> answer =
                service.send("POST", "/v1/imports?published=2021-09-14", "text/plain; charset=utf-8", text);
        assertEquals(200, answer.statusCode(), answer.body());
        return json.readTree(answer.body()).at("/items/0");
    }

    private void awaitIndex(PackagedService service) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode index;
        do {
            index = json.readTree(service.get("/v1/search").body());
            assertTrue(System.nanoTime() < end, index.toString());
        } while (!index.path("state").asText().equals("ready")
                || index.path("lagMilliseconds").asLong() > 0);
        assertNotEquals(0, index.path("documents").asLong(), index.toString());
    }

    /** What README reads with curl, whole commands that need nothing from before, as paths with their queries. */
    private static List<String> questions(List<String> readme) throws IOException {
        List<String> questions = new ArrayList<>();
        for (String line : readme) {
            if (line.startsWith("    $ curl ") && !line.substring(6).matches(".* -[XN] .*|.*\\\\$|.*[$…>].*")) {
                questions.add(question(line.substring(11)));
            }
        }
        return questions;
    }

    private static String question(String arguments) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        String path = "";
        List<String> query = new ArrayList<>();
        for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
            String next = each.next();
            switch (next) {
                case "-G" -> {}
                case "-d" -> query.add(each.next());
                case "--data-urlencode" -> query.add(encoded(each.next()));
                default -> {
                    URI address = URI.create(next);
                    path = address.getRawQuery() == null
                            ? address.getRawPath()
                            : address.getRawPath() + "?" + address.getRawQuery();
                }
            }
        }
        if (path.isEmpty()) {
            throw new IOException("no address in: " + arguments);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String parameter) {
        int end = parameter.indexOf('=') + 1;
        return parameter.substring(0, end) + URLEncoder.encode(parameter.substring(end), StandardCharsets.UTF_8);
    }
}
