package io.khabar.imports;

import io.khabar.article.ArticleService;
import io.khabar.article.ArticleView;
import io.khabar.article.NewArticle;
import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.ImportReport.Finding;
import io.khabar.imports.ImportReport.Item;
import io.khabar.imports.ImportReport.Outcome;
import io.khabar.imports.text.RawText;
import io.khabar.imports.text.RawTextReader;
import io.khabar.language.Folding;
import io.khabar.source.KnownSource;
import io.khabar.source.SourceReference;
import io.khabar.source.SourceRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores what readers make of raw input. */
@Singleton
public class ImportService {

    /** Longest body, in code points: what an article may have. */
    private static final int LONGEST_BODY = 1_000_000;

    private final ArticleService articles;
    private final SourceRepository sources;
    private final SourceNames names;

    ImportService(ArticleService articles, SourceRepository sources, SourceNames names) {
        this.articles = articles;
        this.sources = sources;
        this.names = names;
    }

    /**
     * Stores one raw text as an article.
     *
     * @throws ProblemException {@code unknown-source} where the parameters name a source that there is not
     */
    ImportReport text(String text, ImportParameters given) {
        UUID named = given.source() == null ? null : known(given.source());
        RawText raw = RawTextReader.read(
                text, line -> !sources.called(Folding.fold(line)).isEmpty());
        return new ImportReport(List.of(item(raw, named, given)));
    }

    private UUID known(SourceReference reference) {
        return sources.resolve(reference)
                .map(KnownSource::id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.UNKNOWN_SOURCE,
                        Fault.parameter(
                                "source",
                                "unknown-source",
                                "names no source: there is no `" + reference.text() + "`")));
    }

    private Item item(RawText raw, @Nullable UUID named, ImportParameters given) {
        String body = raw.body();
        if (body.isEmpty()) {
            return rejected(Finding.error("read", "empty", "The text has no paragraph.", "body"));
        }
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            return rejected(
                    Finding.error("read", "max", "The text has more than " + LONGEST_BODY + " characters.", "body"));
        }
        UUID source = named != null ? named : raw.signature() == null ? null : names.findOrCreate(raw.signature());
        if (source == null) {
            return rejected(Finding.error(
                    "derive",
                    "source-unknown",
                    "The last line names no source; say which one with the parameter `source`.",
                    "source"));
        }
        return store(new NewArticle(
                null,
                SourceReference.of(source),
                given.url(),
                null,
                null,
                null,
                raw.lead(),
                body,
                given.language(),
                null,
                null,
                null,
                null,
                null,
                null,
                given.published(),
                null));
    }

    private Item store(NewArticle article) {
        try {
            ArticleView stored = articles.create(article).view();
            return new Item(0, Outcome.CREATED, stored, List.of());
        } catch (ProblemException refused) {
            if (refused.code() == ProblemCode.ARTICLE_EXISTS
                    && refused.extensions().get("existing") instanceof Map<?, ?> existing
                    && existing.get("id") instanceof UUID id) {
                return new Item(0, Outcome.EXISTS, articles.read(id), List.of());
            }
            return rejected(Finding.error("store", refused.code().code(), refused.detail(), null));
        }
    }

    private static Item rejected(Finding why) {
        return new Item(0, Outcome.REJECTED, null, List.of(why));
    }
}
