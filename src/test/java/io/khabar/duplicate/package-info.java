@NullMarked
package io.khabar.duplicate;

import org.jspecify.annotations.NullMarked;
