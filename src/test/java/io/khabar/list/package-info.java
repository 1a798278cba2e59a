/** Tests of what all lists have in common. */
@NullMarked
package io.khabar.list;

import org.jspecify.annotations.NullMarked;
