package io.khabar.imports.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose encoding nothing says: told where it is sure, and else not. */
class EncodingGuessTest {

    private static final String ARABIC = "أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1256 | أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.
            windows-1256 | قرر مجلس الوزراء رفع الأجور، و«الزيادة» تبدأ في 2021
            windows-1256 | وزير امور خارجه گفت که مذاکرات با کشورهاي اروپايي هفته آينده آغاز مي‌شود
            ISO-8859-6   | أعلنت وزارة النقل خطة جديدة لإصلاح الطرق في المدينة القديمة.
            windows-1251 | В Москве открылся новый мост через реку, сообщили в мэрии города
            windows-1251 | Президент прибув до Києва у понеділок.
            KOI8-U       | В Москве открылся новый мост через реку, сообщили в мэрии города
            ISO-8859-5   | В Москве открылся новый мост через реку, сообщили в мэрии города
            windows-1252 | Le président a déclaré que les négociations débuteront à Genève.
            windows-1252 | Die Brücke über den Fluß ist wieder geöffnet, sagte der Bürgermeister.
            windows-1252 | He said “the bridge is open” — and that’s all for £20.
            windows-1250 | Prezydent oświadczył, że negocjacje rozpoczną się w przyszłym tygodniu; wezmą w nich udział przedstawiciele trzech państw.
            ISO-8859-2   | Prezydent oświadczył, że negocjacje rozpoczną się w przyszłym tygodniu; wezmą w nich udział przedstawiciele trzech państw.
            windows-1253 | Ο πρόεδρος δήλωσε ότι οι διαπραγματεύσεις θα αρχίσουν την επόμενη εβδομάδα
            windows-1254 | Cumhurbaşkanı müzakerelerin önümüzdeki hafta başlayacağını söyledi
            windows-1255 | נשיא המדינה הודיע כי המשא ומתן עם מדינות אירופה יתחיל בשבוע הבא
            windows-31j  | 大統領は、欧州諸国との交渉が来週ジュネーブで始まり、三か国の代表が参加すると述べた。
            GB18030      | 总统表示,与欧洲国家的谈判将于下周在日内瓦开始,三个国家的代表将参加。
            """)
    void isRightWhereItIsSure(String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Encodings.Decoded decoded = Encodings.guess(bytes);
        assertNotNull(decoded);
        assertEquals(text, decoded.text());
        assertEquals(new Encodings.Decoded(text, decoded.encoding(), false, true), decoded);
        assertEquals(decoded, Encodings.decode(bytes, null));
    }

    /** Too short, or in encodings that cannot be told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1256 | خبر
            windows-1251 | Мост
            ISO-8859-2   | Ďábel
            windows-1252 | ±§
            IBM850       | L'Assemblée nationale adopte le projet de loi sur la sécurité
            x-MacRoman   | L'Assemblée nationale adopte le projet de loi sur la sécurité
            IBM866       | В Москве открылся новый мост через реку, сообщили в мэрии города
            IBM864       | ﺧﺒﺮ
            """)
    void saysNothingWhereItIsNot(String charset, String text) {
        assertNull(Encodings.guess(text.getBytes(Charset.forName(charset))));
    }

    @Test
    void saysNothingOfDamagedUtf8() {
        byte[] bytes = ARABIC.getBytes(StandardCharsets.UTF_8);
        bytes[5] = (byte) 0xFF;
        assertNull(Encodings.guess(bytes));
    }

    /** One octet that is no text, at the very end of it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1B})
    void saysNothingOfControlCharacters(int octet) {
        byte[] bytes = (ARABIC.repeat(300) + "x").getBytes(Charset.forName("windows-1256"));
        bytes[bytes.length - 1] = (byte) octet;
        assertNull(Encodings.guess(bytes));
    }

    @Test
    void saysNothingOfWhatIsNoText() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[100 + random.nextInt(400)];
            random.nextBytes(bytes);
            assertNull(Encodings.guess(bytes));
        }
    }

    /** A page has to be read in some way: as its octets look, as before. */
    @Test
    void isMadeOfPagesInAnyCase() {
        byte[] page = "<p>خبر</p>".getBytes(Charset.forName("windows-1256"));
        assertEquals(new Encodings.Decoded("<p>خبر</p>", "windows-1256", false, true), Encodings.decode(page, null));
        byte[] russian = "<title>Мост</title><p>В Москве открылся новый мост через реку, сообщили в мэрии города</p>"
                .getBytes(Charset.forName("windows-1251"));
        assertEquals("windows-1251", Encodings.decode(russian, "utf-8").encoding());
    }
}
