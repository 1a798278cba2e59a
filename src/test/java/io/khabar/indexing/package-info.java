@NullMarked
package io.khabar.indexing;

import org.jspecify.annotations.NullMarked;
