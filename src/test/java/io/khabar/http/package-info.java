/** Tests of the shared protocol. */
@NullMarked
package io.khabar.http;

import org.jspecify.annotations.NullMarked;
