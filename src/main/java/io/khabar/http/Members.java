package io.khabar.http;

/** A collection whose members have addresses of their own. */
public interface Members {

    /** What the addresses of all members begin with, such as {@code /v1/articles/}. */
    String path();

    /**
     * What an address leads to.
     *
     * @param address what follows {@link #path()}, up to the next slash
     * @throws ProblemException {@code not-found} for what cannot be the address of a member
     */
    Target member(String address);
}
