/** The OpenAPI document against the service: it says what the code does, and its examples work. */
@NullMarked
package io.khabar.contract;

import org.jspecify.annotations.NullMarked;
