package io.khabar.imports.html;

import static io.khabar.imports.html.PortPages.FIRST;
import static io.khabar.imports.html.PortPages.PLAIN;
import static io.khabar.imports.html.PortPages.SECOND;
import static io.khabar.imports.html.PortPages.TEXT;
import static io.khabar.imports.html.PortPages.THIRD;
import static io.khabar.imports.html.PortPages.body;
import static io.khabar.imports.html.PortPages.p;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an article readers see once they ask for it, or below its pictures. */
class FoldedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span id=dots>…</span><div id=more style='display:none'>?</div><button>Read more</button>",
                "<div class='hidden collapsible'>?</div>",
                "<p class=d-none>" + THIRD + "</p><p class=d-none>" + SECOND + "</p>"
            })
    void keepsMoreThatReadersAskFor(String more) {
        String folded = more.replace("?", p(THIRD) + p(SECOND));
        String page = "<article><h1>Port</h1>" + TEXT + p(FIRST) + folded + "</article>";
        assertEquals(
                PLAIN + "\n\n" + FIRST + "\n\n" + THIRD + "\n\n" + SECOND,
                body(page).replace("…\n\n", "").replace("\n…", ""));
    }

    @Test
    void keepsNothingElseThatIsHidden() {
        String hidden = "<div class=newsletter style='display:none'>" + p(SECOND) + "</div><div style='display:none'>"
                + "<form><input name=mail></form>" + p(SECOND) + "</div>";
        String page = "<article><h1>Port</h1>" + TEXT + hidden + "</article><div class=hidden>" + p(THIRD) + "</div>";
        assertEquals(PLAIN, body(page));
    }

    @Test
    void keepsQuestionsThatAreButtons() {
        String answer = "<div class=item><h3><button>?</button></h3><div class=answer>!</div></div>";
        assertEquals(
                "Why now?\n\n" + FIRST + "\n\nWho pays?\n\n" + SECOND + "\n\nWho comes?\n\n" + THIRD,
                body("<article><h1>Port</h1>"
                        + answer.replace("?", "Why now?").replace("!", FIRST)
                        + answer.replace("?", "Who pays?").replace("!", SECOND)
                        + answer.replace("?", "Who comes?").replace("!", THIRD) + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src=a.png><figcaption>%s</figcaption></figure>",
                "<div class=slide><img src=a.png><div class=caption>%s</div></div>"
            })
    void keepsCaptionsWhereTheyAreAllThatIsTold(String figure) {
        String pictures = figure.formatted(FIRST) + figure.formatted(SECOND) + figure.formatted(THIRD);
        assertEquals(PLAIN, body("<article><h1>Port</h1>" + pictures + "</article>"));
        assertEquals(PLAIN, body("<article><h1>Port</h1>" + TEXT + pictures + "</article>"));
    }
}
