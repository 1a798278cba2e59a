/** Tests of the date tagger: tables by language, properties for spans, bounds for hostile text. */
@NullMarked
package io.khabar.mention;

import org.jspecify.annotations.NullMarked;
