package io.khabar.article;

import io.khabar.fixture.OpenSearchForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

@QuarkusTest
@TestProfile(DuplicatesOnOpenSearchTest.Looking.class)
class DuplicatesOnOpenSearchTest extends DuplicatesTest {

    /** Copies are looked for, and the index is in an OpenSearch. */
    public static final class Looking implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return new DuplicatesTest.Looking().getConfigOverrides();
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OpenSearchForTests.class));
        }
    }
}
