/**
 * Who may do what: API keys and their roles.
 *
 * <p>The question is asked once, in front of everything else, so that a request without the right to do something learns
 * nothing from how it fails. Keys are kept as digests; nothing in here logs a key or a header that holds one.
 */
@NullMarked
package io.khabar.access;

import org.jspecify.annotations.NullMarked;
