package io.khabar.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.article.ArticleService;
import io.khabar.article.DateService;
import io.khabar.list.Lists;
import io.khabar.list.Sql;
import io.khabar.source.SourceService;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills an empty database with a few articles, so that a newcomer's first requests answer with something. On the
 * embedded database it does so by itself; on another one only when asked.
 */
@Singleton
class SampleData {

    private static final Logger LOG = Logger.getLogger(SampleData.class);

    /** Set to true by the embedded database, in the configuration that it gives to the service. */
    static final String EMBEDDED = "khabar.database.embedded";

    private final boolean wanted;
    private final Lists lists;
    private final SourceService sources;
    private final ArticleService articles;
    private final DateService dates;
    private final ObjectMapper json;

    SampleData(
            @ConfigProperty(name = "khabar.sample") Optional<Boolean> asked,
            @ConfigProperty(name = EMBEDDED, defaultValue = "false") boolean embedded,
            Lists lists,
            SourceService sources,
            ArticleService articles,
            DateService dates,
            ObjectMapper json) {
        this.wanted = asked.orElse(embedded);
        this.lists = lists;
        this.sources = sources;
        this.articles = articles;
        this.dates = dates;
        this.json = json;
    }

    void load(@Observes StartupEvent start) throws IOException {
        if (!wanted || !isEmpty()) {
            return;
        }
        for (JsonNode source : read("sources.json")) {
            sources.create(SourceService.READER.read(source));
        }
        int loaded = 0;
        for (JsonNode article : read("articles.json")) {
            UUID id = Objects.requireNonNull(
                    articles.create(ArticleService.READER.read(article)).view().id());
            for (JsonNode date : ((ObjectNode) article).withArray("dates")) {
                dates.create(id, DateService.READER.read(date));
            }
            loaded++;
        }
        LOG.infof("Loaded %d sample articles; KHABAR_SAMPLE=false starts without them", loaded);
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
