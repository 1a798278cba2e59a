package io.khabar.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.org, http://example.org/",
        "HTTP://Example.ORG:80/Feed, http://example.org/Feed",
        "https://example.org:8443/a, https://example.org:8443/a",
        "https://example.org?b=2&a=1, https://example.org/?b=2&a=1",
        "https://example.org/f?utm_source=x&sig=%2b%2F, https://example.org/f?utm_source=x&sig=%2b%2F",
        "https://example.org/f#part, https://example.org/f",
        "https://example.org/خبر, https://example.org/%D8%AE%D8%A8%D8%B1",
        "https://example.org/a b|c, https://example.org/a%20b%7Cc",
        "https://example.org/a[1]?b[]=%zz, https://example.org/a%5B1%5D?b%5B%5D=%25zz",
        "https://مثال.example/, https://xn--mgbh0fb.example/",
        "http://[2606:4700::1111]:8080/f, http://[2606:4700:0:0:0:0:0:1111]:8080/f",
        "http://[::ffff:127.0.0.1]/f, http://127.0.0.1/f"
    })
    void asksWhatIsWritten(String written, String asked) {
        assertEquals(asked, WebTarget.of(written).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org\\@127.0.0.1/",
                "https://127.0.0.1\\.example.org/",
                "https:///x",
                "https://example.org:99999/",
                "example.org/feed",
                "https://exa mple.org/"
            })
    void refusesWhatIsNoPlainWebAddress(String written) {
        assertThrows(IllegalArgumentException.class, () -> WebTarget.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "/other, https://example.org/other",
        "other?x=1, https://example.org/news/other?x=1",
        "?page=2, https://example.org/news/feed?page=2",
        "//cdn.example/feed, https://cdn.example/feed",
        "http://example.net/a b, http://example.net/a%20b"
    })
    void followsReferences(String reference, String asked) {
        assertEquals(
                asked,
                WebTarget.of("https://example.org/news/feed").resolve(reference).url());
    }

    /** A header holds octets. What is beyond ASCII is most often UTF-8; else it is asked for as it came, as browsers do. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, /خبر?q=ع, https://example.org/%D8%AE%D8%A8%D8%B1?q=%D8%B9",
        "UTF-8, خبر, https://example.org/news/%D8%AE%D8%A8%D8%B1",
        "UTF-8, ?q=ع, https://example.org/news/feed?q=%D8%B9",
        "UTF-8, https://example.net/%41é|, https://example.net/%41%C3%A9%7C",
        "UTF-8, https://مثال.example/خ, https://xn--mgbh0fb.example/%D8%AE",
        "UTF-8, //مثال.example/, https://xn--mgbh0fb.example/",
        "windows-1256, /خبر, https://example.org/%CE%C8%D1"
    })
    void followsTheOctetsOfAHeader(Charset charset, String location, String asked) {
        String header = new String(location.getBytes(charset), StandardCharsets.ISO_8859_1);
        assertEquals(
                asked,
                WebTarget.of("https://example.org/news/feed").redirected(header).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "https://a:b@example.org/", "javascript:x"})
    void followsNoReferenceElsewhere(String reference) {
        WebTarget target = WebTarget.of("https://example.org/feed");
        assertThrows(IllegalArgumentException.class, () -> target.resolve(reference));
    }
}
