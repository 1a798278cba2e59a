package io.khabar.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.Arrival;
import io.khabar.article.ArticleView;
import io.khabar.article.DateService;
import io.khabar.article.NewDate;
import io.khabar.article.Role;
import io.khabar.date.PartialDate;
import io.khabar.http.Faults;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.http.RecordReader;
import io.khabar.imports.ImportReport.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as the API writes and shows them. */
final class JsonArticles {

    /**
     * Largest article that is read, in bytes: what answers show of the longest text there may be, with all its dates, is not
     * as much.
     */
    static final int LARGEST = 12 * 1024 * 1024;

    /** Most dates that an article brings; no text has as many that were given. */
    private static final int MOST_DATES = 20_000;

    private static final Set<String> FIELDS = RecordReader.names(ArticleView.class);

    private JsonArticles() {}

    /**
     * Reads an article.
     *
     * <p>One with {@code derived}, which only answers have, is an article that was read here or elsewhere: what it says was
     * derived stays derived, and its {@code dates}, where they are there, are all that it has. In any other, {@code dates} are some that somebody gives.
     */
    static Candidate read(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            return Candidate.unreadable(List.of(Finding.error("read", "type", "The item must be an object.", null)));
        }
        if (!isArticle(fields)) {
            return Candidate.unreadable(List.of(
                    Finding.error("read", "type", "The item is no article: it has none of the fields of one.", null)));
        }
        Faults faults = new Faults();
        boolean shown = fields.path("derived").isArray();
        Set<String> derived = new HashSet<>();
        fields.path("derived").forEach(name -> derived.add(name.asText()));
        derived.retainAll(Arrival.DERIVED);
        List<Arrival.Listed> dates = dates(fields, faults);
        List<Finding> findings = new ArrayList<>();
        for (Role role : List.of(Role.PUBLISHED, Role.MODIFIED)) {
            lead(fields, role, dates, findings);
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
                findings);
    }

    /** Whether an object has any field of an article: one that has none is something else, not a faulty article. */
    static boolean isArticle(ObjectNode object) {
        return FIELDS.stream().anyMatch(object::has);
    }

    /**
     * Makes the row of a role the field that it is as well, where that is not there. Where both are there and do not say the
     * same, the field counts, as in a {@code PUT}.
     */
    private static void lead(ObjectNode fields, Role role, List<Arrival.Listed> dates, List<Finding> findings) {
        int place = 0;
        while (place < dates.size() && dates.get(place).date().role() != role) {
            place++;
        }
        PartialDate row = place == dates.size() ? null : dates.get(place).date().value();
        if (row == null) {
            return;
        }
        if (!fields.hasNonNull(role.word())) {
            fields.put(role.word(), row.value());
            return;
        }
        PartialDate field = said(fields.get(role.word()));
        if (field != null && !field.equals(row)) {
            findings.add(Finding.warning(
                    "read",
                    "date-differs",
                    "`" + role.word() + "` is " + field.value() + "; the row that says " + row.value()
                            + " is left out.",
                    "dates/" + place));
        }
    }

    /** The date that a field says; null where it says none, which whoever reads the fields reports. */
    private static @Nullable PartialDate said(JsonNode field) {
        String text = (field.isObject() ? field.path("value") : field).textValue();
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (IllegalArgumentException invalid) {
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
        Set<Role> had = EnumSet.noneOf(Role.class);
        for (int i = 0; i < shown.size(); i++) {
            NewDate date = DateService.READER.read(shown.get(i), "/dates/" + i, faults);
            if (date != null && date.role() != Role.MENTIONED && !had.add(date.role())) {
                faults.pointer(
                        "/dates/" + i,
                        ProblemCode.DATE_EXISTS.code(),
                        "is a second date with the role `" + date.role().word() + "`, of which an article has one");
            } else if (date != null) {
                dates.add(new Arrival.Listed(
                        date, "derived".equals(shown.get(i).path("origin").asText())));
            }
        }
        return dates;
    }
}
