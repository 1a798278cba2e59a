package io.khabar.search;

import io.khabar.search.opensearch.OpenSearchIndexes;
import java.nio.file.Path;

class DeepHitsOnOpenSearchTest extends DeepHitsTest {

    @Override
    ArticleIndex open(Path in) {
        return OpenSearchIndexes.open(Integer.toHexString(in.toAbsolutePath().hashCode()), 1, LANGUAGES);
    }
}
