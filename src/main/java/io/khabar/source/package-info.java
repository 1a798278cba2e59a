/**
 * Publishers of articles.
 */
@NullMarked
package io.khabar.source;

import org.jspecify.annotations.NullMarked;
