package io.khabar.article;

import io.khabar.fixture.OnOpenSearch;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnOpenSearch.class)
class IndexBehindOnOpenSearchTest extends IndexBehindTest {}
