/**
 * Feeds that are followed: what editors say of them, when they are fetched, and what came of it. A feed is fetched by one
 * process at a time, which holds a lease of it; what an editor writes and what a fetch finds are different tables, so that
 * neither disturbs the other.
 */
@NullMarked
package io.khabar.feed;

import org.jspecify.annotations.NullMarked;
