@NullMarked
package io.khabar.feed;

import org.jspecify.annotations.NullMarked;
