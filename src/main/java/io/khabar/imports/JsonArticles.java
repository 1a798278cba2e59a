package io.khabar.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.article.DateService;
import io.khabar.article.NewDate;
import io.khabar.article.Role;
import io.khabar.http.Faults;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.mention.Bias;
import io.khabar.source.TimeZoneName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as the API writes and shows them. */
final class JsonArticles {

    /** Most dates that an article brings; no text has as many that were given. */
    private static final int MOST_DATES = 20_000;

    private JsonArticles() {}

    /**
     * Reads an article.
     *
     * <p>One with {@code derived}, which only answers have, is an article that was read here or elsewhere: what it says was
     * derived stays derived, its {@code dates}, where they are there, are all that it has, and its text is read in its
     * {@code zone} and with its {@code bias}. In any other, {@code dates} are some that somebody gives.
     */
    static Candidate read(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            return Candidate.unreadable(List.of(Finding.error("read", "type", "The item must be an object.", null)));
        }
        Faults faults = new Faults();
        boolean shown = fields.path("derived").isArray();
        Set<String> derived = new HashSet<>();
        fields.path("derived").forEach(name -> derived.add(name.asText()));
        List<Arrival.Listed> dates = dates(fields, faults);
        ZoneId zone = shown ? said(fields, "zone", TimeZoneName::zone, faults) : null;
        Bias bias = shown ? said(fields, "bias", Bias::of, faults) : null;
        for (Role role : List.of(Role.PUBLISHED, Role.MODIFIED)) {
            if (!fields.hasNonNull(role.word())) {
                dates.stream()
                        .map(Arrival.Listed::date)
                        .filter(date -> date.role() == role && date.value() != null)
                        .findFirst()
                        .ifPresent(date -> fields.put(
                                role.word(),
                                java.util.Objects.requireNonNull(date.value()).value()));
            }
        }
        try {
            faults.check();
        } catch (ProblemException wrong) {
            return Candidate.unreadable(Finding.errors("read", wrong));
        }
        return new Candidate(
                fields,
                null,
                null,
                false,
                derived,
                Stream.of("lead").filter(derived::contains).toList(),
                dates,
                shown && fields.path("dates").isArray(),
                zone,
                bias,
                List.of());
    }

    /** The value of a field that only answers have; null where it is not there or faulty. */
    private static <T> @Nullable T said(ObjectNode fields, String name, Function<String, T> read, Faults faults) {
        String text = fields.path(name).textValue();
        try {
            return text == null ? null : read.apply(text);
        } catch (IllegalArgumentException invalid) {
            faults.pointer("/" + name, "invalid", String.valueOf(invalid.getMessage()));
            return null;
        }
    }

    private static List<Arrival.Listed> dates(ObjectNode fields, Faults faults) {
        JsonNode shown = fields.path("dates");
        List<Arrival.Listed> dates = new ArrayList<>();
        if (shown.isMissingNode() || shown.isNull()) {
            return dates;
        }
        if (!shown.isArray() || shown.size() > MOST_DATES) {
            faults.pointer("/dates", "type", "must be an array of at most " + MOST_DATES + " dates");
            return dates;
        }
        for (int i = 0; i < shown.size(); i++) {
            NewDate date = DateService.READER.read(shown.get(i), "/dates/" + i, faults);
            if (date != null) {
                dates.add(new Arrival.Listed(
                        date, "derived".equals(shown.get(i).path("origin").asText())));
            }
        }
        return dates;
    }
}
