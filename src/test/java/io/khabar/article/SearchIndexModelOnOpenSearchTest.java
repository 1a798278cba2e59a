package io.khabar.article;

import io.khabar.fixture.OnOpenSearch;
import io.khabar.search.Killable;
import io.khabar.search.opensearch.LostConnections;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.UUID;

@QuarkusTest
@TestProfile(OnOpenSearch.class)
class SearchIndexModelOnOpenSearchTest extends SearchIndexModelTest {

    @Override
    Killable process(Path folder) {
        return new LostConnections("model-" + UUID.randomUUID());
    }
}
