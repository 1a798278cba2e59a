@NullMarked
package io.khabar.fetch;

import org.jspecify.annotations.NullMarked;
