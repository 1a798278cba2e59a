package io.khabar.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.fixture.Api;
import io.khabar.fixture.Articles;
import io.khabar.fixture.SearchIndex;
import io.khabar.fixture.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A cursor's checksum can be made by anybody: what a cursor says is looked at before it is believed. */
@QuarkusTest
class InventedCursorsTest {

    /** What the first page of a list gives out, with another key. */
    private static String invented(String list, boolean backward, long... key) {
        String cursor = Api.get(list + "&limit=1")
                .is(200)
                .json()
                .path("page")
                .path("nextCursor")
                .asText();
        Position position = Objects.requireNonNull(Position.decode(cursor));
        ByteBuffer bytes = ByteBuffer.allocate(key.length * Long.BYTES);
        LongStream.of(key).forEach(bytes::putLong);
        return list + "&cursor=" + new Position(position.list(), bytes.flip(), position.id(), backward, false).encode();
    }

    private static String source() {
        String source = Sources.created();
        Articles.created(source, "title", "Okapis", "language", "en", "published", "2021");
        Articles.created(source, "title", "Okapis", "language", "en");
        return source;
    }

    @Test
    void areRefusedByRelevance() {
        String list = "/v1/articles?fields=id&q=okapi&source=" + source();
        SearchIndex.follows();
        for (boolean backward : new boolean[] {false, true}) {
            for (long before : new long[] {-5, -1, 10_101, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
                Api.get(invented(list, backward, before, 0)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
            }
            Api.get(invented(list, backward)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
            Api.get(invented(list, backward, 1)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
            Api.get(invented(list, backward, 1, Long.MIN_VALUE))
                    .isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
            Api.get(invented(list, backward, 1, Long.MAX_VALUE))
                    .isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
            Api.get(invented(list, backward, 10_001 + 50, 1_700_000_000_000_000L))
                    .isProblem(400, "depth-exceeded");
            Api.get(invented(list, backward, 1, 1_700_000_000_000_000L)).is(200);
        }
        Api.get(invented(list, true, 0, 1_700_000_000_000_000L))
                .isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
    }

    @Test
    void areRefusedByTimes() {
        String source = source();
        SearchIndex.follows();
        for (String list : new String[] {
            "/v1/articles?fields=id&sort=-published&source=" + source,
            "/v1/articles?fields=id&sort=created&source=" + source,
            "/v1/articles?fields=id&sort=updated&q=okapi&source=" + source,
        }) {
            for (boolean backward : new boolean[] {false, true}) {
                Api.get(invented(list, backward)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
                for (long time : new long[] {Long.MAX_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE / 2}) {
                    Api.get(invented(list, backward, time)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
                }
                Api.get(invented(list, backward, 1, 1)).isProblem(400, "cursor-invalid", "?cursor cursor-invalid");
                // What has no date is before all that have one.
                Api.get(invented(list, backward, Long.MIN_VALUE)).is(200);
                Api.get(invented(list, backward, 0)).is(200);
            }
        }
    }

    @Test
    void ofSourcesMayHaveAnyName() {
        String word = Sources.word();
        Sources.created("name", word + " a");
        Sources.created("name", word + " b");
        String list = "/v1/sources?fields=id&q=" + word;
        Api.get(invented(list, false)).is(200);
        assertEquals(
                2, Api.get(invented(list, false)).is(200).json().path("items").size());
        Api.get(invented(list, true, 1, 2, 3)).is(200);
        String other = new Position(0, ByteBuffer.allocate(0), UUID.randomUUID(), false, false).encode();
        Api.get(list + "&cursor=" + other).isProblem(400, "cursor-mismatch", "?cursor cursor-mismatch");
    }
}
