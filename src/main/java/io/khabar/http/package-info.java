/**
 * The shared protocol: problems, parameters, bodies, pages, cursors, entity tags. Knows no feature.
 */
@NullMarked
package io.khabar.http;

import org.jspecify.annotations.NullMarked;
