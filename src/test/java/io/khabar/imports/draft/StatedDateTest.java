package io.khabar.imports.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.date.PartialDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021 | 2021",
                "2021-09 | 2021-09",
                "2021-09-14 | 2021-09-14",
                "2021/9/4 | 2021-09-04",
                "20210914 | 2021-09-14",
                "20210914T101500Z | 2021-09-14T10:15:00Z",
                "2021-09-14T10:15:00Z | 2021-09-14T10:15:00Z",
                "2021-09-14T10:15:00.250+03:00 | 2021-09-14T07:15:00.25Z",
                "2021-09-14T10:15+0300 | 2021-09-14T07:15:00Z",
                "2021-09-14 10:15:00 UTC | 2021-09-14T10:15:00Z",
                "2021-09-14T10:15:00 −03:00 | 2021-09-14T13:15:00Z",
                "1631614500 | 2021-09-14T10:15:00Z",
                "1631614500000 | 2021-09-14T10:15:00Z",
                "Tue, 14 Sep 2021 10:15:00 GMT | 2021-09-14T10:15:00Z",
                "Tue, 14 Sep 21 10:15 EST | 2021-09-14T15:15:00Z",
                "14 Sep 2021 10:15:00 -0000 | 2021-09-14T10:15:00Z",
                "Tue Sep 14 10:15:00 UTC 2021 | 2021-09-14T10:15:00Z",
                "Tuesday, September 14, 2021 | 2021-09-14",
                "September 14, 2021 3:04 PM EDT | 2021-09-14T19:04:00Z",
                "Tue, 14 Sep 2021 10:15:00 GMT+3 | 2021-09-14T07:15:00Z",
                "الثلاثاء، 14 أيلول 2021 | 2021-09-14",
                "الثلاثاء ١٤ سبتمبر ٢٠٢١ | 2021-09-14",
                "14 شتنبر 2021 | 2021-09-14",
                "كانون الثاني 2021 | 2021-01",
                "14 كانون الأول 2021 - 10:15 | 2021-12-14",
                "14 septembre 2021 à 10:15 | 2021-09-14",
                "14 сентября 2021 г. | 2021-09-14",
                "Вт, 14 сен 2021 10:15:00 +0300 | 2021-09-14T07:15:00Z",
                "14. September 2021 | 2021-09-14",
                "14.09.2021 10:15 | 2021-09-14",
                "۱۴۰۰/۰۶/۲۳ - ۱۰:۳۰ | 2021-09-14",
                "1400-06-23 | 2021-09-14",
                "17/02/1443 | 2021-09-24",
                "1443-02-17T10:15:00Z | 2021-09-24T10:15:00Z",
                "mar. 14 sept. 2021 | 2021-09-14",
                "mar 14 sep 2021 | 2021-09-14",
                "mar, 14 set 2021 | 2021-09-14",
                "mar. 14 mars 2021 | 2021-03-14",
                "Mar 14, 2021 | 2021-03-14",
                "Paz, 12 Eyl 2021 | 2021-09-12",
                "14 listopadu 2021 | 2021-11-14",
                "1 May 2021, March for Life | 2021-05-01",
                "25/12/2021 | 2021-12-25",
                "12/25/2021 | 2021-12-25",
                "05/05/2021 | 2021-05-05"
            })
    void readsWhatIsWritten(String written, String value) {
        PartialDate date = StatedDate.parse(written);
        assertNotNull(date);
        assertEquals(value, date.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-09-14T10:15:00 | 2021-09-14",
                "2021-09-14 10:15 | 2021-09-14",
                "Tue, 14 Sep 2021 10:15:00 | 2021-09-14",
                "Tue, 14 Sep 2021 10:15:00 BST | 2021-09-14",
                "Tue, 14 Sep 2021 10:15:00 IST | 2021-09-14",
                "Tue, 14 Sep 2021 10:15:00 A | 2021-09-14",
                "14 Sep 2021 3:04 PM | 2021-09-14"
            })
    void inventsNoZone(String written, String day) {
        PartialDate date = StatedDate.parse(written);
        assertNotNull(date);
        assertEquals(day, date.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "03/04/2021",
                "2021-13-01",
                "2021-02-30",
                "31 April 2021",
                "14 September",
                "10:15",
                "12:06 PM",
                "September",
                "0001-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "9999999999999",
                "20",
                "123456",
                "1.5",
                "May I come?",
                "1400",
                "1400/06",
                "1350/06/23",
                "1500-09-14",
                "1021-09-14",
                "14 September 1443",
                "1400/13/01",
                "14 listopada 2021",
                "from May to June 2021",
                "version 2021.14.1"
            })
    void readsNothingInWhatIsNoDate(String written) {
        assertNull(StatedDate.parse(written));
    }
}
