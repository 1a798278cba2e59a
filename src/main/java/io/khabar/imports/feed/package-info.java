/**
 * Feeds become drafts, whatever dialect they speak and however broken they are. Pure: bytes in, drafts out.
 */
@NullMarked
package io.khabar.imports.feed;

import org.jspecify.annotations.NullMarked;
