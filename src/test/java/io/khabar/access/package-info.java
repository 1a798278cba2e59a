/** Tests of keys and roles. */
@NullMarked
package io.khabar.access;

import org.jspecify.annotations.NullMarked;
