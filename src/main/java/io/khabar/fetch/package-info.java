/**
 * Fetches documents from the web for the service, and keeps it from being sent where it must not look: each address is
 * checked after it was resolved, for each hop, and the connection goes to the very address that was checked.
 */
@NullMarked
package io.khabar.fetch;

import org.jspecify.annotations.NullMarked;
