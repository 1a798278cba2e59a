package io.khabar.imports.feed;

import io.khabar.imports.draft.DraftAuthor;
import io.khabar.imports.draft.DraftImage;
import io.khabar.imports.draft.WebAddresses;
import io.khabar.imports.json.JsonValues;
import io.khabar.imports.json.LooseJson;
import io.khabar.imports.json.MalformedJsonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    private JsonFeed() {}

    /** The feed that the text is; null where it is none. */
    static @Nullable FeedHead read(String text) {
        Map<String, @Nullable Object> feed;
        try {
            feed = JsonValues.object(LooseJson.parse(text));
        } catch (MalformedJsonException none) {
            return null;
        }
        if (feed == null || !(feed.get("items") instanceof List<?>)) {
            return null;
        }
        FeedHead head = new FeedHead();
        head.title = escaped(JsonValues.text(feed.get("title")));
        head.site = WebAddresses.resolve(null, JsonValues.text(feed.get("home_page_url")));
        head.language = JsonValues.text(feed.get("language"));
        for (Object item : JsonValues.list(feed.get("items"))) {
            Map<String, @Nullable Object> object = JsonValues.object(item);
            head.cut = head.entries.size() == FeedReader.MOST_ENTRIES;
            if (head.cut) {
                break;
            }
            if (object == null) {
                FeedEntry none = new FeedEntry();
                none.none = true;
                head.entries.add(none);
            } else {
                head.entries.add(entry(object, feed, head.site));
            }
        }
        return head;
    }

    private static FeedEntry entry(
            Map<String, @Nullable Object> item, Map<String, @Nullable Object> feed, @Nullable String site) {
        FeedEntry entry = new FeedEntry();
        entry.id = JsonValues.text(item.get("id"));
        for (String name : List.of("url", "external_url")) {
            String address = JsonValues.text(item.get(name));
            entry.url = entry.url == null ? WebAddresses.resolve(site, address) : entry.url;
            entry.unusable = entry.unusable == null && entry.url == null ? address : entry.unusable;
        }
        entry.title = escaped(JsonValues.text(item.get("title")));
        entry.summary = escaped(JsonValues.text(item.get("summary")));
        String html = JsonValues.text(item.get("content_html"));
        entry.content = html == null ? escaped(JsonValues.text(item.get("content_text"))) : html;
        entry.published = JsonValues.text(item.get("date_published"));
        entry.modified = JsonValues.text(item.get("date_modified"));
        entry.language = JsonValues.text(item.get("language"));
        for (Object tag : JsonValues.list(item.get("tags"))) {
            String keyword = JsonValues.text(tag);
            if (keyword != null) {
                entry.keywords.add(keyword);
            }
        }
        String image = WebAddresses.resolve(
                site, JsonValues.text(item.get("image") == null ? item.get("banner_image") : item.get("image")));
        entry.image = image == null ? null : new DraftImage(image, null, null, null, null);
        for (String name : List.of("authors", "author")) {
            // Authors of the feed are those of entries that name none.
            for (Map<String, @Nullable Object> from : List.of(item, feed)) {
                if (entry.authors.isEmpty()) {
                    JsonValues.list(from.get(name)).forEach(author -> author(entry, JsonValues.object(author), site));
                }
            }
        }
        return entry;
    }

    private static void author(FeedEntry entry, @Nullable Map<String, @Nullable Object> author, @Nullable String site) {
        String name = author == null ? null : JsonValues.text(author.get("name"));
        if (author != null && name != null) {
            entry.authors.add(new DraftAuthor(name, WebAddresses.resolve(site, JsonValues.text(author.get("url")))));
        }
    }

    /** Plain text as markup that means it. */
    private static @Nullable String escaped(@Nullable String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\r\n", "\n")
                        .replace("\n", "<br>");
    }
}
