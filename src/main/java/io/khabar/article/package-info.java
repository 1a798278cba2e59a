/**
 * The aggregate: articles and the dates that they carry, read through one list engine, written through entities.
 */
@NullMarked
package io.khabar.article;

import org.jspecify.annotations.NullMarked;
