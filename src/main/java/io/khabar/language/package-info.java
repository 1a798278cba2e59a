/**
 * What a text is written in: language, direction, folding. Pure code over ICU and OpenNLP.
 */
@NullMarked
package io.khabar.language;

import org.jspecify.annotations.NullMarked;
