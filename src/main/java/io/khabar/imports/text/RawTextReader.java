package io.khabar.imports.text;

import io.khabar.imports.draft.Bylines;
import io.khabar.imports.draft.Draft;
import io.khabar.imports.draft.DraftBuilder;
import io.khabar.imports.draft.Finding;
import io.khabar.imports.draft.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a raw news text: paragraphs, and the source where the last line names one. Linear in the length of the text. */
public final class RawTextReader {
    /** Every line break that Unicode knows (UTS 18, RL1.6). */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private static final int WIDEST_WRAPPED_LINE = 100;

    private static final int FEWEST_WRAPPED_LINES = 3;

    /** How the last line of a text, and the one before it, tell the source. */
    private interface Ending {
        @Nullable String source(String last, String previous);
    }

    private RawTextReader() {}

    /** Reads a text where no source is known yet. */
    public static RawText read(String text) {
        return read(text, name -> false);
    }

    /**
     * Reads a text. Each line that is not blank is a paragraph, as in what people paste from pages; blank lines only set
     * them apart. The one exception is text that was wrapped by a machine: where there are blank lines and the lines
     * inside the blocks between them are short and mostly end in mid-sentence, the lines of a block are one paragraph.
     *
     * <p>The last line is the signature when it names a known source, is labelled as the source ("المصدر:"), stands in
     * brackets or after a dash, or otherwise looks like the name of a medium; what may be part of the text stays in it.
     *
     * @param isKnownSource whether a line, without its decoration, is the name or an alias of a source
     */
    public static RawText read(String text, Predicate<String> isKnownSource) {
        return read(text, (line, previous) -> Signature.of(line, previous, isKnownSource));
    }

    private static RawText read(String text, Ending ending) {
        List<List<String>> blocks = blocks(text);
        String signature = signature(blocks, ending);
        if (signature != null) {
            blocks.getLast().removeLast();
        }
        boolean wrapped = isWrapped(blocks);
        List<String> paragraphs = new ArrayList<>();
        for (List<String> block : blocks) {
            if (wrapped && !block.isEmpty()) {
                paragraphs.add(String.join(" ", block));
            } else {
                paragraphs.addAll(block);
            }
        }
        return new RawText(paragraphs, signature);
    }

    /**
     * Reads a text as an article: beyond {@link #read(String, Predicate)}, a first line that is a title, a source named in
     * a dateline or on the first line, and authors in bylines. Precision before recall: what is unclear stays text. Title,
     * signature and a byline that follows a title are no part of the body; a dateline stays.
     *
     * @param isKnownSource whether a text is the name or an alias of a source
     */
    public static Draft draft(String text, Predicate<String> isKnownSource) {
        return draft(read(PlainText.visible(text), isKnownSource), isKnownSource, new DraftBuilder());
    }

    /**
     * Reads a text as an article that needs a source: where nothing in it is sure to name one, a last line that may be a
     * name is taken for it, and a finding says so.
     *
     * @param isKnownSource whether a text is the name or an alias of a source
     */
    public static Draft draftWithSource(String text, Predicate<String> isKnownSource) {
        Draft draft = draft(text, isKnownSource);
        if (draft.sourceName() != null) {
            return draft;
        }
        RawText raw = read(PlainText.visible(text), Signature::assumed);
        return raw.signature() == null
                ? draft
                : draft(
                        raw,
                        isKnownSource,
                        new DraftBuilder()
                                .find(Finding.derived(
                                        "source-assumed",
                                        "The last line, `" + raw.signature()
                                                + "`, was taken for the source, as nothing else names one.",
                                        "source")));
    }

    private static Draft draft(RawText raw, Predicate<String> isKnownSource, DraftBuilder draft) {
        draft.sourceName(raw.signature());
        List<String> paragraphs = new ArrayList<>(raw.paragraphs());
        if (paragraphs.size() > 1) {
            String first = Signature.ofFirst(paragraphs.getFirst(), isKnownSource);
            if (first != null) {
                draft.sourceName(first);
                paragraphs.removeFirst();
            }
        }
        if (Opening.isTitle(paragraphs) && !Dateline.isAlone(paragraphs.getFirst(), isKnownSource)) {
            draft.title(paragraphs.removeFirst());
        }
        if (paragraphs.size() > 1 && Bylines.isByline(paragraphs.getFirst())) {
            byline(draft, paragraphs.removeFirst());
            if (paragraphs.size() > 1 && Dateline.isAgency(paragraphs.getFirst())) {
                draft.sourceName(paragraphs.removeFirst());
            }
        }
        if (!paragraphs.isEmpty()) {
            draft.sourceName(Dateline.source(paragraphs.getFirst(), isKnownSource));
            if (!draft.hasAuthors() && paragraphs.size() > 1 && Bylines.isByline(paragraphs.getLast())) {
                byline(draft, paragraphs.getLast());
            }
        }
        String body = String.join("\n\n", paragraphs);
        boolean placed = paragraphs.size() > 1 && Dateline.isAlone(paragraphs.getFirst(), isKnownSource);
        draft.body(body).lead(PlainText.lead(placed ? paragraphs.get(1) : body));
        if (body.isEmpty()) {
            draft.find(Finding.error("no-text", "The text has no paragraph.", "body"));
        }
        return draft.derived("source")
                .derived("title")
                .derived("lead")
                .derived("authors")
                .build();
    }

    private static void byline(DraftBuilder draft, String line) {
        Bylines.names(line).forEach(name -> draft.author(name, null));
    }

    /** Lines without blank ones, grouped by the blank lines between them. */
    private static List<List<String>> blocks(String text) {
        List<List<String>> blocks = new ArrayList<>();
        boolean apart = true;
        for (String line : LINE_BREAK.split(text, -1)) {
            if (Lines.isBlank(line)) {
                apart = true;
                continue;
            }
            if (apart) {
                blocks.add(new ArrayList<>());
                apart = false;
            }
            blocks.getLast().add(Lines.strip(line));
        }
        return blocks;
    }

    private static @Nullable String signature(List<List<String>> blocks, Ending ending) {
        List<String> lines = blocks.stream().flatMap(List::stream).toList();
        // A text of one line is a text, whatever it looks like.
        return lines.size() < 2 ? null : ending.source(lines.getLast(), lines.get(lines.size() - 2));
    }

    private static boolean isWrapped(List<List<String>> blocks) {
        if (blocks.size() < 2) {
            return false;
        }
        int inner = 0;
        int open = 0;
        for (List<String> block : blocks) {
            for (String line : block.subList(0, Math.max(0, block.size() - 1))) {
                if (line.codePointCount(0, line.length()) > WIDEST_WRAPPED_LINE) {
                    return false;
                }
                inner++;
                open += Lines.endsSentence(line) ? 0 : 1;
            }
        }
        return inner >= FEWEST_WRAPPED_LINES && open * 3 >= inner * 2;
    }
}
