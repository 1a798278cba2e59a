package io.khabar.imports.keyword;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What languages join to words or do to their forms, so that a keyword can stand without it. */
enum Forms {
    /** A language of which nothing is known. */
    PLAIN,
    /** Possessives, and verbs that were drawn together: Sony's, don't. */
    ENGLISH {
        @Override
        String bare(String form, String stem) {
            int mark = form.length() - 2;
            boolean possessive = mark > 0
                    && (form.charAt(mark) == '\'' || form.charAt(mark) == '’')
                    && Character.toLowerCase(form.charAt(mark + 1)) == 's';
            return possessive ? form.substring(0, mark) : form;
        }

        @Override
        boolean isNoTerm(String form) {
            int mark = apostrophe(form);
            return mark > 0 && DRAWN_TOGETHER.contains(form.substring(mark + 1).toLowerCase(Locale.ROOT));
        }
    },
    /** Articles and pronouns that lose their vowel: l'Assemblée, dell'Europa. */
    ELIDING {
        @Override
        String bare(String form, String stem) {
            int mark = apostrophe(form);
            boolean elided = mark > 0 && ELIDED.contains(form.substring(0, mark).toLowerCase(Locale.ROOT));
            return elided && mark + 1 < form.length() ? form.substring(mark + 1) : form;
        }
    },
    /** Cases, behind an apostrophe where the word is a name: Ankara'da. */
    TURKISH {
        @Override
        double fitness(String form) {
            return 1.0 / form.length();
        }

        @Override
        String bare(String form, String stem) {
            int mark = apostrophe(form);
            return mark > 0 ? form.substring(0, mark) : form;
        }
    },
    /** Cases. */
    RUSSIAN {
        @Override
        double fitness(String form) {
            return (OBLIQUE.matcher(form).find() ? 0.5 : 1.0) / form.length();
        }
    },
    /** Conjunctions, prepositions and the article; verbs; pronouns that are joined to nouns. */
    ARABIC {
        @Override
        String bare(String form, String stem) {
            return ArabicForms.bare(form, stem);
        }

        @Override
        boolean isNoTerm(String form) {
            return ArabicVerbs.isVerb(form);
        }

        @Override
        boolean mayBeVerb(String form) {
            return ArabicVerbs.maybeVerb(form);
        }

        @Override
        boolean isPlain(String form) {
            return !ArabicForms.isOwned(form);
        }

        @Override
        boolean continues(String written, String form) {
            return isPlain(form) && ArabicForms.continues(written, form);
        }

        @Override
        double fitness(String form) {
            return ArabicForms.fitness(form);
        }

        @Override
        String compared(String form) {
            return ArabicForms.compared(form);
        }
    };

    private static final Pattern OBLIQUE = Pattern.compile("(?:ую|ой|ого|ому|ыми|их|ых|ами|ями|ах|ях|ом|ем|у|ю)$");
    private static final Set<String> DRAWN_TOGETHER = Set.of("m", "re", "ve", "ll", "d", "t");
    private static final Set<String> ELIDED = Set.of(
            "l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "un", "dell", "nell",
            "all", "dall", "sull", "quest", "quell", "dov", "com", "cos", "anch", "tutt", "sant");

    static Forms of(String language) {
        return switch (language) {
            case "ar" -> ARABIC;
            case "en" -> ENGLISH;
            case "fr", "it", "ca" -> ELIDING;
            case "tr" -> TURKISH;
            case "ru" -> RUSSIAN;
            default -> PLAIN;
        };
    }

    /** A form without what is joined to it. */
    String bare(String form, String stem) {
        return form;
    }

    /** Whether a word is part of no term, whatever it means. */
    boolean isNoTerm(String form) {
        return false;
    }

    /** Whether in a language all nouns have capitals. */
    static boolean haveNounsCapitals(String language) {
        return language.equals("de") || language.equals("lb");
    }

    /** Whether a form may be one of a verb. */
    boolean mayBeVerb(String form) {
        return false;
    }

    /** Whether a form is that of the word itself, not one that its place in a text gives it. */
    boolean isPlain(String form) {
        return true;
    }

    /** Whether a word may continue what is before it, given what is joined to it. */
    boolean continues(String written, String form) {
        return true;
    }

    /** A form as it is compared with others. */
    String compared(String form) {
        return form.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    /** How well a form stands alone, where a text has several of a word. */
    double fitness(String form) {
        return 1;
    }

    private static int apostrophe(String form) {
        for (int i = 0; i < form.length(); i++) {
            char letter = form.charAt(i);
            if (letter == '\'' || letter == '’') {
                return i;
            }
        }
        return -1;
    }
}
