package io.khabar.imports.html;

import static io.khabar.imports.html.PortPages.PLAIN;
import static io.khabar.imports.html.PortPages.TEXT;
import static io.khabar.imports.html.PortPages.THIRD;
import static io.khabar.imports.html.PortPages.body;
import static io.khabar.imports.html.PortPages.p;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an article stands apart from most of its text, and is a part of it. */
class PageExtentTest {
    private static final String SHORT = "Ships had waited for nineteen days.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<header class=entry-header><h1>Port</h1><p class=excerpt>?</p></header>",
                "<header><h1>Port</h1><p>?</p><p class=byline>By Anne Quill.</p></header>",
                "<div data-name=headline><h1>Port</h1></div><div data-name=standfirst><div><p>?</p></div></div>",
                "<div class=article-header><h1>Port</h1><div class=article-header__intro>?</div></div>"
            })
    void keepsAnIntroductionBelowTheTitle(String head) {
        String page = "<main><article>" + head + "<div class=text>" + TEXT + "</div></article></main>";
        assertEquals(SHORT + "\n\n" + PLAIN, body(page.replace("?", SHORT)));
        assertEquals(THIRD + "\n\n" + PLAIN, body(page.replace("?", THIRD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<header><h1>Port</h1><div class=author-bio><p>Anne Quill writes of ports and ships.</p></div></header>",
                "<header><h1>Port</h1><p><a href='/a'>Storm cuts off the coast road of the town.</a></p></header>",
                "<header><h1>Port</h1><div class=share-bar><p>Send this to a friend who likes ships.</p></div></header>",
                "<div class=head><h1>Port</h1><p>Published on Monday, 3 May 2021</p></div>",
                "<div class=head><h1>Port</h1><video>Your browser cannot show videos of ships.</video></div>"
            })
    void keepsNothingElseBelowTheTitle(String head) {
        assertEquals(PLAIN, body("<main><article>" + head + "<div class=text>" + TEXT + "</div></article></main>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" itemprop=articleBody", ""})
    void keepsTheTextBelowAnIntroduction(String says) {
        String head =
                "<div class=head><span class=news-date>۱۴ خرداد ۱۴۰۰، ۱۱:۲۰</span><span>کد خبر: 84353</span><h1>Port</h1></div>";
        String text = "وی افزود: کارهای اجرایی از ماه آینده آغاز می شود و مردم نتیجه آن را به زودی خواهند دید.";
        String lead = "رئیس جمهور روز شنبه در سفر به استان خوزستان گفت که دولت برای حل مشکل آب برنامه دارد.";
        assertEquals(
                lead + "\n\n" + text + "\n\n" + text,
                body("<article>" + head + "<div class=item-summary>" + p(lead) + "</div><div class=item-body><div"
                        + says + ">" + p(text) + p(text) + "</div></div></article>"));
    }
}
