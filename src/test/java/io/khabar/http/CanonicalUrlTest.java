package io.khabar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            HTTP://News.Example:80  ->  http://news.example/
            https://news.example:443/a  ->  https://news.example/a
            https://news.example:8443/a  ->  https://news.example:8443/a
            https://news.example:/a  ->  https://news.example/a
            https://news.example./a  ->  https://news.example/a
            https://news.example/a#top  ->  https://news.example/a
            https://news.example/#!/a  ->  https://news.example/
            https://news.example?b=2&a=1  ->  https://news.example/?a=1&b=2
            https://news.example/?b=2&b=1&a  ->  https://news.example/?a&b=2&b=1
            https://news.example/?  ->  https://news.example/
            https://news.example/?&&a=1&  ->  https://news.example/?a=1
            https://news.example/?utm_source=x&UTM_Id=1  ->  https://news.example/
            https://news.example/?id=7&fbclid=a&gclid=b  ->  https://news.example/?id=7
            https://news.example/?utm%5Fsource=x&id=7  ->  https://news.example/?id=7
            https://news.example/?q=utm_source  ->  https://news.example/?q=utm_source
            https://news.example/a/./b/../c  ->  https://news.example/a/c
            https://news.example/../../a  ->  https://news.example/a
            https://news.example/a/b/..  ->  https://news.example/a/
            https://news.example/a/%2E%2E/b  ->  https://news.example/b
            https://news.example//a//b/  ->  https://news.example//a//b/
            https://news.example/%7euser/%c3%a9  ->  https://news.example/~user/%C3%A9
            https://news.example/a%2fb  ->  https://news.example/a%2Fb
            https://news.example/100%/a b  ->  https://news.example/100%25/a%20b
            https://news.example/a|b?x=[1]  ->  https://news.example/a%7Cb?x=%5B1%5D
            https://news.example/?a=b/c?d:e@f+g  ->  https://news.example/?a=b/c?d:e@f+g
            https://news.example/أخبار  ->  https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1
            http://موقع.مصر/  ->  http://xn--4gbrim.xn--wgbh1c/
            http://BÜCHER.example/  ->  http://xn--bcher-kva.example/
            http://b%C3%BCcher.example/  ->  http://xn--bcher-kva.example/
            http://XN--BCHER-KVA.example/  ->  http://xn--bcher-kva.example/
            http://faß.example/  ->  http://xn--fa-hia.example/
            http://r3---sn.video.example/  ->  http://r3---sn.video.example/
            http://my_site.example/  ->  http://my_site.example/
            http://192.0.2.1/  ->  http://192.0.2.1/
            http://[2001:DB8::1]:8080/a  ->  http://[2001:db8:0:0:0:0:0:1]:8080/a
            http://[2001:db8:0::1]/  ->  http://[2001:db8:0:0:0:0:0:1]/
            '  https://news.example/a '  ->  https://news.example/a
            """)
    void hasOneForm(String url, String canonical) {
        assertEquals(canonical, CanonicalUrl.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example",
                "//news.example/a",
                "/a",
                "http:",
                "http:/a",
                "http:a",
                "http://",
                "http:///a",
                "http://?a",
                "http://:80/",
                "ftp://news.example/",
                "javascript:alert(1)",
                "mailto:a@news.example",
                "http://user@news.example/",
                "http://user:secret@news.example/",
                "http://news.example:0/",
                "http://news.example:65536/",
                "http://news.example:99999999999/",
                "http://news.example:a/",
                "http://news example/",
                "http://news..example/",
                "http://.example/",
                "http://news.example\\@evil.example/",
                "http://%zz.example/",
                "http://a%2Fb.example/",
                "http://℀.example/",
                "http://xn--a.example/",
                "http://[::1/",
                "http://[1.2.3.4]/",
                "http://[fe80::1%25eth0]/",
                "http://[::1]x/",
                "http://news.example/a\u0000b",
                "http://news.example/a\nb",
                "http://news.example/\uD800"
            })
    void rejectsWhatIsNoWebAddress(String url) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> CanonicalUrl.of(url));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("must "));
    }

    @Property
    void isStable(@ForAll("addresses") Address address) {
        String canonical = CanonicalUrl.of(address.toString());
        assertEquals(canonical, CanonicalUrl.of(canonical));
        assertTrue(canonical.chars().allMatch(c -> c > 0x20 && c < 0x7F), canonical);
    }

    @Property
    void ignoresCampaignFragmentCaseOfHostAndOrder(@ForAll("addresses") Address address, @ForAll long seed) {
        List<String> parameters = new ArrayList<>(address.parameters());
        parameters.add("utm_campaign=x");
        parameters.add("fbclid=" + seed);
        Collections.shuffle(parameters, new Random(seed));
        Address other = new Address(address.host().toUpperCase(Locale.ROOT), address.path(), parameters);
        assertEquals(CanonicalUrl.of(address.toString()), CanonicalUrl.of(other + "#" + seed));
    }

    @Property(tries = 5_000)
    void takesAnythingOrSaysWhyNot(@ForAll("garbage") String garbage) {
        try {
            String canonical = CanonicalUrl.of(garbage);
            assertEquals(canonical, CanonicalUrl.of(canonical));
        } catch (IllegalArgumentException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/a", "%", "&a=1", "&utm_x", "?", "ا", "a/../", "#", "=", "/."})
    void takesTimeInProportionToItsLength(String part) {
        String url = "http://news.example/" + part.repeat(1_000_000 / part.length());
        String query = "http://news.example/?" + part.repeat(1_000_000 / part.length());
        assertTimeout(Duration.ofSeconds(5), () -> {
            CanonicalUrl.of(url);
            CanonicalUrl.of(query);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "a.", "-", "%61", "ا", ":", "[", "[:", "xn--"})
    void rejectsALongHostAtOnce(String part) {
        String url = "http://" + part.repeat(1_000_000 / part.length()) + "/";
        assertTimeout(
                Duration.ofSeconds(5), () -> assertThrows(IllegalArgumentException.class, () -> CanonicalUrl.of(url)));
    }

    /** An address in its parts; parameters have different names, so that their order is of no meaning. */
    record Address(String host, String path, List<String> parameters) {
        @Override
        public String toString() {
            String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
            return "https://" + host + path + query;
        }
    }

    @Provide
    Arbitrary<Address> addresses() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(10);
        Arbitrary<String> host =
                label.list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels) + ".org");
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("/.~%2féخبر;:@!$'()*+,|^[]{}")
                .ofMaxLength(30);
        Arbitrary<List<String>> parameters = Combinators.combine(label, text)
                .as((name, value) -> name + "=" + value)
                .list()
                .uniqueElements(parameter -> parameter.substring(0, parameter.indexOf('=')))
                .ofMaxSize(5);
        return Combinators.combine(host, text, parameters)
                .as((name, path, query) -> new Address(name, "/" + path, query));
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<String> close = Arbitraries.strings()
                .withChars("htp:/[]@%?#&=.-_xn12af\\ اöß。٠\u200F\u0000")
                .ofMaxLength(40);
        return Combinators.combine(
                        Arbitraries.of("", "http://", "https://", "HTTP://[", "http://xn--", "http://a/"),
                        Arbitraries.oneOf(any, close))
                .as(String::concat);
    }
}
