package io.khabar.imports.draft;

import io.khabar.date.PartialDate;
import io.khabar.language.LanguageTags;
import io.khabar.language.WordEnds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a draft. The first value that a field is given stays, so readers ask their sources in the order of their trust;
 * blank and unusable values are passed over, with a finding where something is lost by it.
 */
public final class DraftBuilder {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_LEAD = 2_000;
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 50;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<DraftAuthor> authors = new ArrayList<>();
    private final Map<String, String> keywords = new LinkedHashMap<>();
    private final Map<String, PartialDate> dates = new LinkedHashMap<>();
    private final Set<String> derived = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable DraftImage image;

    public DraftBuilder sourceName(@Nullable String name) {
        return text("source", name, LONGEST_NAME);
    }

    public DraftBuilder sourceHomepage(@Nullable String homepage) {
        return address("sourceHomepage", homepage);
    }

    public DraftBuilder url(@Nullable String url) {
        return address("url", url);
    }

    /** The id of the article at its source; one that is too long is no id any more, and left out. */
    public DraftBuilder externalId(@Nullable String id) {
        String clean = PlainText.line(id);
        if (clean.codePointCount(0, clean.length()) > LONGEST_ID) {
            return find(
                    Finding.warning("too-long", "The id has more than " + LONGEST_ID + " characters.", "externalId"));
        }
        return text("externalId", clean, LONGEST_ID);
    }

    public DraftBuilder title(@Nullable String title) {
        return text("title", title, LONGEST_TITLE);
    }

    public DraftBuilder lead(@Nullable String lead) {
        return text("lead", lead, LONGEST_LEAD);
    }

    /** The text, clean already. */
    public DraftBuilder body(String body) {
        texts.putIfAbsent("body", body);
        return this;
    }

    public DraftBuilder section(@Nullable String section) {
        return text("section", section, LONGEST_WORD);
    }

    public DraftBuilder rights(@Nullable String rights) {
        return text("rights", rights, LONGEST_TEXT);
    }

    /** The language as the input says it: {@code ar}, {@code en_US}; what is no tag is passed over. */
    public DraftBuilder language(@Nullable String language) {
        String tag = language == null ? "" : language.strip().replace('_', '-');
        if (!tag.isEmpty() && !texts.containsKey("language")) {
            try {
                texts.put("language", LanguageTags.canonical(tag));
            } catch (IllegalArgumentException malformed) {
                find(Finding.warning(
                        "language-unreadable", "`" + PlainText.excerpt(tag) + "`: not BCP 47.", "language"));
            }
        }
        return this;
    }

    public DraftBuilder author(String name, @Nullable String url) {
        String whole = PlainText.line(name);
        String clean = WordEnds.cut(whole, LONGEST_NAME);
        boolean known = authors.stream().anyMatch(author -> author.name().equalsIgnoreCase(clean));
        if (!clean.isEmpty() && !known && isRoom(authors.size(), "authors")) {
            authors.add(new DraftAuthor(clean, url == null ? null : WebAddresses.absolute(url)));
            if (clean.length() < whole.length()) {
                find(shortened(LONGEST_NAME, "authors"));
            }
        }
        return this;
    }

    public boolean hasAuthors() {
        return !authors.isEmpty();
    }

    /** A keyword; the same again in another case is the same. */
    public DraftBuilder keyword(@Nullable String keyword) {
        String clean = PlainText.line(keyword);
        if (clean.codePointCount(0, clean.length()) > LONGEST_WORD) {
            // A sentence in the list of keywords is no keyword; cut, it would be one that nobody wrote.
            return find(Finding.warning(
                    "too-long", "A keyword has more than " + LONGEST_WORD + " characters.", "keywords"));
        }
        String key = clean.toLowerCase(Locale.ROOT);
        if (!clean.isEmpty() && !keywords.containsKey(key) && isRoom(keywords.size(), "keywords")) {
            keywords.put(key, clean);
        }
        return this;
    }

    private boolean isRoom(int size, String field) {
        if (size == MOST) {
            find(Finding.warning("too-many", "Only the first " + MOST + " are kept.", field));
        }
        return size < MOST;
    }

    public boolean hasKeywords() {
        return !keywords.isEmpty();
    }

    public DraftBuilder image(@Nullable DraftImage given) {
        if (image == null && given != null) {
            String url = WebAddresses.absolute(given.url());
            if (url != null) {
                image = new DraftImage(url, given.alt(), given.caption(), given.width(), given.height());
            }
        }
        return this;
    }

    public boolean hasImage() {
        return image != null;
    }

    /** A date as it is written, {@code published} or {@code modified}; what cannot be read is a finding. */
    public DraftBuilder date(String field, @Nullable String written) {
        String text = PlainText.line(written);
        if (!text.isEmpty() && !dates.containsKey(field)) {
            PartialDate date = StatedDate.parse(text);
            if (date == null) {
                find(Finding.warning("date-unreadable", "`" + PlainText.excerpt(text) + "`", field));
            } else {
                dates.put(field, date);
            }
        }
        return this;
    }

    /** Whether a field has a value; not for authors, keywords and image. */
    public boolean has(String field) {
        return texts.containsKey(field) || dates.containsKey(field);
    }

    /** The value that a text field has now. */
    public @Nullable String text(String field) {
        return texts.get(field);
    }

    /** Says that a field, if it has a value in the end, was derived. */
    public DraftBuilder derived(String field) {
        derived.add(field);
        return this;
    }

    public DraftBuilder find(Finding finding) {
        if (findings.size() < MOST && !findings.contains(finding)) {
            findings.add(finding);
        }
        return this;
    }

    /** What was gathered. A language that the body's script denies is left out. */
    public Draft build() {
        String body = texts.getOrDefault("body", "");
        String language = texts.get("language");
        if (language != null && !ScriptCheck.agrees(language, body)) {
            find(Finding.warning(
                    "language-denied",
                    "The input says `" + language + "`, the text is in another script.",
                    "language"));
            language = null;
            texts.remove("language");
        }
        return new Draft(
                texts.get("source"),
                texts.get("sourceHomepage"),
                texts.get("url"),
                texts.get("externalId"),
                texts.get("title"),
                texts.get("lead"),
                body,
                language,
                authors,
                texts.get("section"),
                List.copyOf(keywords.values()),
                image,
                texts.get("rights"),
                dates.get("published"),
                dates.get("modified"),
                derived.stream().filter(this::hasValue).collect(Collectors.toSet()),
                findings);
    }

    private boolean hasValue(String field) {
        return switch (field) {
            case "authors" -> hasAuthors();
            case "keywords" -> hasKeywords();
            case "image" -> hasImage();
            default -> has(field);
        };
    }

    private DraftBuilder text(String field, @Nullable String value, int longest) {
        String clean = PlainText.line(value);
        if (clean.isEmpty() || texts.containsKey(field)) {
            return this;
        }
        String cut = WordEnds.cut(clean, longest);
        if (cut.length() < clean.length()) {
            find(shortened(longest, field));
        }
        texts.put(field, cut);
        return this;
    }

    private static Finding shortened(int longest, String field) {
        return Finding.warning("shortened", "Cut to " + longest + " characters.", field);
    }

    private DraftBuilder address(String field, @Nullable String address) {
        if (address == null || address.isBlank() || texts.containsKey(field)) {
            return this;
        }
        String absolute = WebAddresses.absolute(address);
        if (absolute == null) {
            return find(WebAddresses.fault(address, field));
        }
        texts.put(field, absolute);
        return this;
    }
}
