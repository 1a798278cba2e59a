/** Tests of articles and their dates over HTTP. */
@NullMarked
package io.khabar.article;

import org.jspecify.annotations.NullMarked;
