package io.khabar.imports.html;

import static io.khabar.imports.html.PortPages.FIRST;
import static io.khabar.imports.html.PortPages.PLAIN;
import static io.khabar.imports.html.PortPages.SECOND;
import static io.khabar.imports.html.PortPages.TEXT;
import static io.khabar.imports.html.PortPages.THIRD;
import static io.khabar.imports.html.PortPages.body;
import static io.khabar.imports.html.PortPages.p;
import static io.khabar.imports.html.PortPages.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the text of a page's article reaches, and what is taken out of it. */
class PageBodyTest {
    @Test
    void keepsAnIntroductionInASectionOfItsOwn() {
        String sections = "<div class=part><section><div class=prose>" + p(FIRST) + "</div></section><aside>"
                + "<a href='/anne'><h3>Anne Quill</h3></a><p>Writes about ports.</p></aside></div>"
                + "<figure><img src=a.png></figure>"
                + "<div class=part><section><div class=prose>" + TEXT.repeat(4) + "</div></section></div>";
        assertEquals(FIRST + "\n\n" + texts(4), body("<div id=post>" + sections + "</div>"));
    }

    @Test
    void keepsParagraphsBeforeATable() {
        String row = "<tr><td>%d</td><td>" + SECOND + "</td><td>Groundhog, again and again, on a day</td></tr>";
        String rows = Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .map(row::formatted)
                .collect(Collectors.joining());
        String body = body("<div class=output><p>" + FIRST + "</p><table><tr><th>No.<th>What<th>Else</tr>" + rows
                + "</table></div>");
        assertEquals(FIRST, body.split("\n\n", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contentWithSidebar", "page-with-footer", "header-and-content wrapper", "post-comments-open"})
    void believesNoNameOfWhatHoldsTheArticle(String name) {
        String page = "<div id=site><div id=menu><ul><li><a href='/a'>Ports</a><li><a href='/b'>Ships</a></ul>"
                + "<p>This website is licensed under a licence that the foot of this page does not name.</p></div><div id='"
                + name + "'><div id=post><h1>Port</h1>" + TEXT + "</div></div></div>";
        assertEquals(texts(1), body(page));
    }

    @Test
    void keepsLinesOfADialogue() {
        String line = "<div style='margin: 1em'><div><span>%s</span></div></div>";
        String page = "<div>" + line.formatted(FIRST) + line.formatted("“Gotcha.”") + line.formatted(SECOND)
                + line.formatted("They took one.") + line.formatted(THIRD) + "</div>";
        assertEquals(FIRST + "\n\n“Gotcha.”\n\n" + SECOND + "\n\nThey took one.\n\n" + THIRD, body(page));
    }

    @Test
    void keepsAParagraphWithLinksInOnePiece() {
        String arabic = "قال <a href='/m'>وزير النقل</a> إن الميناء سيفتح أبوابه، بعد إضراب دام <a href='/s'>تسعة عشر"
                + " يوما</a>، أمام سفن الشحن.";
        String page =
                "<div class=text><div>" + arabic + "</div><div>" + arabic + "</div><div>" + arabic + "</div></div>";
        String plain = org.jsoup.Jsoup.parse(arabic).text();
        assertEquals(plain + "\n\n" + plain + "\n\n" + plain, body(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='wp-caption-text'>Ships in the harbour of the town, on the day before the strike.</p>",
                "<div class=photoCaption>Ships in the harbour of the town, on the day before the strike.</div>",
                "<p class=byline>By our correspondent in the harbour of the town.</p>",
                "<div class='share-bar'>Send this to friends who like to read of ships.</div>",
                "<div class='related'><p>Storm cuts off the coast road, and nobody knows for how long.</p></div>",
                "<div class='modal fade'><p>Your account is not approved yet. Ask for approval here.</p></div>",
                "<div class=hidden>137</div>",
                "<p style='color: red; display : none'>Nobody shall see this, and nobody does.</p>",
                "<h2>Port<span class='mw-editsection'>[edit]</span></h2>"
            })
    void takesOutWhatHasANameOfSuchThings(String around) {
        String body = body("<div class=article>" + p(FIRST) + around + p(SECOND) + p(THIRD) + "</div>");
        assertEquals(texts(1), body.replace("Port\n\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='item no_caption'>?</div>",
                "<div class='has-share-bar'>?</div>",
                "<div class=section id='sharing-a-berth-with-others'>?</div>"
            })
    void keepsWhatOnlySeemsToHaveSuchAName(String piece) {
        String page = "<div class=article>" + piece.replace("?", p(FIRST)) + piece.replace("?", p(SECOND))
                + piece.replace("?", p(THIRD)) + piece.replace("?", p(FIRST)) + piece.replace("?", p(SECOND))
                + "</div>";
        assertEquals(texts(1) + "\n\n" + FIRST + "\n\n" + SECOND, body(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=teaser><h3><a href='/b'>Storm</a></h3><p>A storm cut off the coast road on Monday, and"
                        + " nobody knows for how long it will stay closed.</p></div>",
                "<div id=cookies><p>We and our partners use cookies, and we would like you to agree to all of them,"
                        + " please.</p></div>"
            })
    void takesNothingInThatStandsBesideTheArticle(String beside) {
        String page = "<div id=page><div class=wrap>" + beside + "<div class=article>" + TEXT.repeat(12) + "</div>"
                + beside + "</div></div>";
        assertEquals(texts(12), body(page));
    }

    @Test
    void cutsOffAllBeforeTheTitleThatTheTextRepeats() {
        String page = "<body><p>Follow us and get updates posted directly to your feed, day by day.</p><h3>Executive"
                + " branch</h3><h2>Port reopens</h2>" + TEXT + "</body>";
        assertEquals(texts(1), whole("<meta property='og:title' content='Port reopens'>", page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Published August 14, 2010</p>",
                "<p>Le Port | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13 | Par Martin Dock</p>",
                "<p>نشر في: 14 آب 2010</p>",
                "<p>Last updated: 2010-08-14 13:05</p>",
                "<p>Last updated on Monday, August 14, 2010 at 1:05 p.m.</p>"
            })
    void takesOffTheDayBeforeTheText(String day) {
        assertEquals(texts(1), body("<article>" + day + TEXT + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pier opened on 3 May 1901.",
                "The ferry sank on Monday, 3 May 2021, off the coast.",
                "LONDON – 3 May 2021 – Ministers met.",
                "وصل الوفد إلى الميناء يوم 5 أيار 2020.",
                "موسكو – 3 مايو 2021 – قال الرئيس إن بلاده لن تشارك في المؤتمر.",
                "بغداد / 5 أيار 2020 / أعلن رئيس الوزراء تشكيل لجنة."
            })
    void keepsAFirstSentenceThatNamesADay(String sentence) {
        assertEquals(sentence + "\n\n" + texts(1), body("<article>" + p(sentence) + TEXT + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copyright law was passed in 1954, and the courts of the port have applied it rarely since.",
                "12 comments were made in the session, all of them against.",
                "Todos los derechos de los pescadores fueron reconocidos ayer.",
                "حقوق النشر للكاتب بحسب القانون الذي أقره البرلمان أمس."
            })
    void keepsALastSentenceThatSpeaksOfRights(String sentence) {
        assertEquals(texts(1) + "\n\n" + sentence, body("<article>" + TEXT + p(sentence) + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>© 2011 The Port. All rights reserved.</p>",
                "<p>Copyright 2011 The Port</p>",
                "<p>Copyright The Port Company. All rights reserved. No part of it may be printed.</p>",
                "<p>جميع الحقوق محفوظة لصحيفة الميناء 2011</p>",
                "<p>Publié le 29/10/2012</p><p>10 commentaires</p>",
                "<h2>More of this</h2>",
                "<h3>Related</h3><p><a href='/a'>Storm cuts off the coast road</a></p><p><a href='/b'>Fog, too</a></p>"
            })
    void takesOffWhatStandsBehindTheText(String behind) {
        assertEquals(texts(1), body("<article>" + TEXT + behind + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo",
                "Advertisement",
                "إعلان",
                "Continue reading the main story",
                "Photo: Anne Quill",
                "صورة: أرشيف الميناء",
                "Anne Quill/Reuters",
                "JIM DOCK/AFP/Getty Images"
            })
    void takesLabelsOutOfTheText(String label) {
        assertEquals(texts(1), body("<article>" + p(FIRST) + p(label) + p(SECOND) + p(THIRD) + "</article>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo agencies had sent nobody.",
                "Reuters had it first.",
                "صورة الميناء تغيرت.",
                "On 5 May 2020 he left."
            })
    void keepsSentencesThatAreLikeLabels(String line) {
        assertEquals(
                FIRST + "\n\n" + line + "\n\n" + SECOND + "\n\n" + THIRD + "\n\n" + line,
                body("<article>" + p(FIRST) + p(line) + p(SECOND) + p(THIRD) + p(line) + "</article>"));
    }

    @Test
    void keepsAnArticleThatAScriptShows() {
        String menu = "<ul><li><a href='/a'>Ports</a><li><a href='/b'>Ships</a></ul>".repeat(60);
        assertEquals(texts(1), body(menu + "<div style='display:none'><article>" + TEXT + "</article></div>"));
    }

    @Test
    void takesPlaceholdersOfPicturesOutOfWhatJsonLdStates() {
        String stated = FIRST + "\\n\\n[Image: A ship at anchor, https://news.example/ship.png]\\n\\n" + SECOND
                + "\\n\\nAdvertisement\\n\\n" + THIRD;
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Port\","
                + "\"articleBody\":\"" + stated + "\"}</script>";
        assertEquals(texts(1), whole(head, "<body>" + p(FIRST) + "</body>"));
    }

    private static String texts(int times) {
        return Stream.generate(() -> PLAIN).limit(times).collect(Collectors.joining("\n\n"));
    }
}
