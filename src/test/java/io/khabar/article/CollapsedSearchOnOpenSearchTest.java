package io.khabar.article;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(DuplicatesOnOpenSearchTest.Looking.class)
class CollapsedSearchOnOpenSearchTest extends CollapsedSearchTest {}
