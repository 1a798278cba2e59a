package io.khabar.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.khabar.article.Arrival;
import io.khabar.article.Arrived;
import io.khabar.article.Arriving;
import io.khabar.article.ArticleImportService;
import io.khabar.article.ArticleService;
import io.khabar.article.DateService;
import io.khabar.article.OnExisting;
import io.khabar.article.Storing;
import io.khabar.http.Ids;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.source.KnownSource;
import io.khabar.source.NewSource;
import io.khabar.source.SourceService;
import io.khabar.source.TimeZoneName;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills an empty database with a few articles, so that a newcomer's first requests answer with something. On the
 * embedded database it does so by itself; on another one only when asked.
 *
 * <p>The sample is one batch of an import, and so one transaction: a service that is killed on its first start has left
 * nothing behind. Of two that start on one database at the same time one waits for the other, and then finds the keys of
 * the sources taken.
 */
@Singleton
class SampleData {

    private static final Logger LOG = Logger.getLogger(SampleData.class);

    /** Set to true by the embedded database, in the configuration that it gives to the service. */
    static final String EMBEDDED = "khabar.database.embedded";

    /** A source that is stored with the first of its articles. */
    private record Sampled(KnownSource source, NewSource written) {}

    private final boolean wanted;
    private final Lists lists;
    private final ArticleImportService imports;
    private final Ids ids;
    private final ObjectMapper json;

    SampleData(
            @ConfigProperty(name = "khabar.sample") Optional<Boolean> asked,
            @ConfigProperty(name = EMBEDDED, defaultValue = "false") boolean embedded,
            Lists lists,
            ArticleImportService imports,
            Ids ids,
            ObjectMapper json) {
        this.wanted = asked.orElse(embedded);
        this.lists = lists;
        this.imports = imports;
        this.ids = ids;
        this.json = json;
    }

    void load(@Observes StartupEvent start) throws IOException {
        if (!wanted || !isEmpty()) {
            return;
        }
        Map<String, Sampled> sources = new HashMap<>();
        for (JsonNode source : read("sources.json")) {
            NewSource written = SourceService.READER.read(source);
            TimeZoneName zone = written.timeZone();
            KnownSource known =
                    new KnownSource(ids.next(), zone == null ? ZoneOffset.UTC : TimeZoneName.zone(zone.value()));
            sources.put(written.key(), new Sampled(known, written));
        }
        List<Arriving> articles = new ArrayList<>();
        for (JsonNode article : read("articles.json")) {
            Sampled source =
                    Objects.requireNonNull(sources.get(article.path("source").textValue()));
            articles.add(imports.prepare(arrival((ObjectNode) article, source)));
        }
        long loaded = imports.store(articles, Storing.of(OnExisting.SKIP)).stream()
                .filter(arrived -> arrived.outcome() == Arrived.Outcome.CREATED)
                .count();
        LOG.infof("Loaded %d of %d sample articles; KHABAR_SAMPLE=false starts without them", loaded, articles.size());
    }

    private static Arrival arrival(ObjectNode article, Sampled source) {
        List<Arrival.Listed> dates = new ArrayList<>();
        for (JsonNode date : article.withArray("dates")) {
            dates.add(new Arrival.Listed(DateService.READER.read(date), false));
        }
        article.set("source", TextNode.valueOf(source.source().id().toString()));
        return new Arrival(
                ArticleService.READER.read(article),
                source.source(),
                source.written(),
                true,
                Set.of(),
                List.of(),
                dates,
                false);
    }

    /** Whether nothing was ever stored; a source alone is somebody's data already. */
    private boolean isEmpty() {
        return lists.query(new Sql().add("select 1 from source limit 1"), result -> 1)
                .isEmpty();
    }

    private JsonNode read(String name) throws IOException {
        try (InputStream file = SampleData.class.getResourceAsStream("/sample/" + name)) {
            return json.readTree(Objects.requireNonNull(file, name));
        }
    }
}
