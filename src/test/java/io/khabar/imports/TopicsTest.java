package io.khabar.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.fixture.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LONDON (Reuters) - | Reuters | London",
                "NICOSIA (AP) — | AP | Nicosia",
                "بيروت - رويترز: | رويترز | بيروت",
                "حلب ـ سانا ـ | سانا | حلب"
            })
    void areNotTheAgencyAndPlaceOfADateline(String dateline, String agency, String place) {
        String text = dateline.charAt(0) < 0x80
                ? " The harbour of Port Arden will be closed, the Arden Harbour Board said. Ferries of the Arden"
                        + " Harbour Board carry salt and wine; the strike of the ferry crews ends when the board pays the crews."
                : " أعلنت نقابة عمال الميناء إضرابا جديدا في الميناء، وقالت نقابة عمال الميناء إن الإضراب"
                        + " يستمر حتى تدفع الشركة أجور العمال، وإن السفن لن تغادر الميناء قبل ذلك.";
        ObjectNode fields = Json.object("body", dateline + text);
        Set<String> derived = new HashSet<>();
        new Topics().add(fields, derived);
        assertEquals(Set.of("language", "keywords"), derived);
        List<String> keywords = new ArrayList<>();
        fields.path("keywords")
                .forEach(keyword -> keywords.add(keyword.textValue().toLowerCase(Locale.ROOT)));
        assertTrue(keywords.size() > 1, keywords::toString);
        for (String keyword : keywords) {
            assertFalse(keyword.contains(place.toLowerCase(Locale.ROOT)), keywords::toString);
            assertFalse(keyword.contains(agency.toLowerCase(Locale.ROOT)), keywords::toString);
        }
    }
}
