package io.khabar.imports.html;

import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.DraftImage;
import io.khabar.imports.draft.PlainText;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.json.JsonValues;
import io.khabar.language.WordEnds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The picture of a page's article, by JSON-LD and meta elements. */
final class PageImage {
    private final MetaTags meta;
    private final JsonLd data;
    private final @Nullable String base;
    private final DraftBuilder draft;

    PageImage(MetaTags meta, JsonLd data, @Nullable String base, DraftBuilder draft) {
        this.meta = meta;
        this.data = data;
        this.base = base;
        this.draft = draft;
    }

    /**
     * Puts the picture into the draft.
     *
     * @param stated what JSON-LD says of it
     */
    void read(@Nullable Object stated) {
        for (Object image : JsonValues.list(stated)) {
            Map<String, @Nullable Object> object = data.resolve(image);
            if (object == null) {
                image(JsonValues.text(image), null, null, null, null);
            } else {
                image(
                        JsonValues.text(object.get("url") == null ? object.get("contentUrl") : object.get("url")),
                        null,
                        PageFacts.plain(object.get("caption")),
                        JsonValues.text(object.get("width")),
                        JsonValues.text(object.get("height")));
            }
        }
        image(
                meta.first("og:image", "og:image:url", "og:image:secure_url"),
                meta.first("og:image:alt"),
                null,
                meta.first("og:image:width"),
                meta.first("og:image:height"));
        image(
                meta.first("twitter:image", "twitter:image:src", "thumbnail", "parsely-image-url"),
                meta.first("twitter:image:alt"),
                null,
                null,
                null);
    }

    private void image(
            @Nullable String address,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String width,
            @Nullable String height) {
        String url = WebAddresses.resolve(base, address == null ? null : PlainText.decoded(address));
        if (url != null) {
            draft.image(new DraftImage(url, text(alt), text(caption), pixels(width), pixels(height)));
        }
    }

    private static @Nullable String text(@Nullable String value) {
        String line = WordEnds.cut(PlainText.line(value), 2_000);
        return line.isEmpty() ? null : line;
    }

    private static @Nullable Integer pixels(@Nullable String value) {
        String digits = value == null ? "" : value.strip().replaceFirst("(?:px|\\.0)$", "");
        return digits.matches("[1-9]\\d{0,5}") ? Integer.valueOf(digits) : null;
    }
}
