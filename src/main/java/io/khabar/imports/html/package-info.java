/**
 * Saved web pages become drafts. Pure: bytes in, a draft out; no address is ever followed.
 */
@NullMarked
package io.khabar.imports.html;

import org.jspecify.annotations.NullMarked;
