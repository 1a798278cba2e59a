/**
 * The change log: what was created, updated and deleted, for clients and processes that keep a copy.
 *
 * <p>The database writes it, by triggers, in the transaction of each write (migration V003, which says how the order is
 * made). Whoever reads it by {@link io.khabar.change.ChangePosition} meets every entry exactly once, in an order in which
 * causes come before what follows from them.
 *
 * <p>To follow the log inside of the process: keep a position, read with {@link io.khabar.change.ChangeLog}, and wait with
 * {@link io.khabar.change.ChangeSignal}.
 */
@NullMarked
package io.khabar.change;

import org.jspecify.annotations.NullMarked;
