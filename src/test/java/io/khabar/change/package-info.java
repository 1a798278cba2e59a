@NullMarked
package io.khabar.change;

import org.jspecify.annotations.NullMarked;
