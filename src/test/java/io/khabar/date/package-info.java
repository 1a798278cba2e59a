/** Tests of partial dates and periods: tables for what people read, properties for the rest. */
@NullMarked
package io.khabar.date;

import org.jspecify.annotations.NullMarked;
