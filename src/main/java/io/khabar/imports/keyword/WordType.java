package io.khabar.imports.keyword;

/**
 * What is known of a word wherever it stands.
 *
 * @param stem what it is compared by
 * @param form how it is written, without what its language joins to words
 * @param before how many letters of what is written are before the form
 * @param behind how many are behind it
 * @param weight what it says about a text, from 0 to 1
 * @param barrier whether it is part of no term
 * @param common whether it is in all texts, but may be part of a name: Google Play
 * @param dependent whether it is a keyword only together with others
 * @param office whether it is an office that somebody bears, who is often named behind it
 * @param given whether it is a name that parents give
 * @param opening whether it may open a name though it is in all texts: New York
 * @param plain whether its form is that of the word itself, not one that its place in the text gives it
 * @param continues whether it may continue what is before it
 */
record WordType(
        String stem,
        String form,
        int before,
        int behind,
        double weight,
        boolean barrier,
        boolean common,
        boolean dependent,
        boolean office,
        boolean given,
        boolean opening,
        boolean plain,
        boolean continues) {}
