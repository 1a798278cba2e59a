/** Tests of the index in an OpenSearch, on a real one. */
@NullMarked
package io.khabar.search.opensearch;

import org.jspecify.annotations.NullMarked;
