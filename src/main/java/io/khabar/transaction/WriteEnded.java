package io.khabar.transaction;

/** A transaction of a write has ended, with a commit or without: fired by {@link Transactions} on the writer's thread. */
public record WriteEnded() {}
