package io.khabar.imports.keyword;

import org.jspecify.annotations.Nullable;

/** A word of a text, and what its place there says of it. */
final class Word {
    final String stem;
    final int start;
    /** Where its form ends in the text, before a possessive that is joined to it. */
    final int end;

    final boolean office;
    final boolean given;
    final boolean opening;
    final boolean plain;
    /** Whether it may be in all texts, but part of a name. */
    final boolean common;

    String form;
    double weight;
    /** Whether it is part of no term. */
    boolean barrier;
    /** Whether it is a keyword only together with others. */
    boolean dependent;
    /** Whether it continues what is before it. */
    boolean follows;
    /** Whether a preposition of names is before it: Bank of England. */
    boolean connected;
    /** Whether nothing continues it. */
    boolean closes;
    /** Whether it is written as a name is. */
    boolean name;
    /** The term that it is alone. */
    @Nullable Term term;

    Word(WordType type, int start, int end) {
        this.start = start;
        this.end = end;
        stem = type.stem();
        form = type.form();
        weight = type.weight();
        office = type.office();
        given = type.given();
        opening = type.opening();
        plain = type.plain();
        common = type.common();
        barrier = type.barrier();
        dependent = type.dependent();
        closes = type.behind() > 0 || !plain;
    }

    /** Takes its first letter for a preposition, as the rest is a word of the same text. */
    void joinTo(Term rest) {
        term = rest;
        form = form.charAt(0) == stem.charAt(0) ? form.substring(1) : form;
        follows = false;
    }

    /** Makes it part of a name, though it is in all texts. */
    void nameThough(double says) {
        barrier = false;
        dependent = true;
        name = true;
        weight = says;
    }

    /** What its term is compared by. */
    String key() {
        return term == null ? stem : term.key;
    }

    boolean hasCapital() {
        return Character.isUpperCase(form.charAt(0));
    }

    /** Whether it has a capital that may only be that of a title or of a sentence's beginning. */
    boolean hasBorrowedCapital() {
        return !name && hasCapital();
    }

    /** Whether it is written in capitals: EU, NATO. */
    boolean isAcronym() {
        return form.length() > 1 && hasCapital() && Character.isUpperCase(form.charAt(1));
    }
}
