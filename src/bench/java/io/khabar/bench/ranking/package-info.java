/** How well the analysis of Arabic finds an article by its title, beside Lucene's own. */
@NullMarked
package io.khabar.bench.ranking;

import org.jspecify.annotations.NullMarked;
