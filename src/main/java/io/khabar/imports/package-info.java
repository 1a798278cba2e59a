/**
 * Raw input becomes articles. Readers below this package are pure: bytes in, drafts out.
 */
@NullMarked
package io.khabar.imports;

import org.jspecify.annotations.NullMarked;
