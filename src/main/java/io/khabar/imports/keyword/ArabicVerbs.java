package io.khabar.imports.keyword;

import java.util.Set;

/**
 * Tells verbs by how they begin and end, where few nouns do the same. Those of the past look as nouns do: what news uses of
 * them is in the background's table.
 */
final class ArabicVerbs {

    /** The first four letters of nouns and names that begin as verbs of the present do: يوسف is no verb. */
    private static final Set<String> NOUNS_IN_YA = Set.of(
            "يوسف", "ياسر", "ياسم", "ياسي", "يحيى", "يحيا", "يونس", "يونا", "يوني", "يعقو", "يزيد", "يسرى", "يوفن",
            "يوفا", "يوتي", "ياهو", "يافا", "يافع", "يالط", "يريف", "يثرب", "يورو", "يورا", "يورك", "يورغ", "يوغو",
            "يوكر", "ينبع", "يمني", "يسار", "يسوع", "يهود", "يومي", "يوما", "يابا", "يخوت", "يقظة", "يقين", "يدوي",
            "يتيم", "يتام", "يوحن", "يلدر", "يانغ", "يانو", "ياكو", "ياند", "يوان", "يناي", "يولي", "يوبي", "ياقو",
            "يمين", "يمام", "يناب", "ينبو", "يوها", "يارا", "يارم", "يايا", "يامن", "ياما", "يوتا");

    /** The same for verbs of the future. */
    private static final Set<String> NOUNS_IN_SIN = Set.of(
            "سياس", "سيار", "سياح", "سياق", "سياد", "سياج", "سيات", "سيدي", "سيدة", "سيدا", "سيدت", "سينا", "سينم",
            "سيني", "سيول", "سيطر", "سيفي", "سيبي", "سيسي", "سيسك", "سيمن", "سيمو", "سيغا", "سيغو", "سيرة", "سيرا",
            "سيرج", "سيري", "سيرف", "سيتي", "سيلف", "سيلا", "سيلي", "سيكو", "سيئا", "ستاد", "ستار", "ستاي", "ستال",
            "ستائ", "ستوك", "ستود", "ستون", "ستيف", "ستين", "ستيل", "ستيو", "ستري", "سترا", "ستنغ");

    /** Nouns that are written with the first three letters of a verb's eighth or tenth form. */
    private static final Set<String> NOUNS_IN_TA = Set.of("تتار", "تتبع", "تتالي", "تكتل", "تشتت", "تكتم", "تفتت");

    private static final Set<String> NOUNS_IN_WA = Set.of("عضوا", "نحوا", "عدوا", "نموا", "هدوا", "بادوا", "جنوا");

    private ArabicVerbs() {}

    /** How nouns begin that begin as verbs do behind "so that". */
    private static final Set<String> NOUNS_IN_LI =
            Set.of("ليب", "ليل", "ليو", "ليف", "ليم", "لير", "ليس", "ليت", "ليز", "ليغ");

    private static final Set<String> SHORTEST_NOUNS = Set.of("يوم", "يمن", "يخت", "يسر", "يحي", "يأس", "يان", "ياو");

    /** Nouns of four letters that begin as verbs do. */
    private static final Set<String> SHORT_NOUNS = Set.of(
            "تونس", "تدمر", "توزر", "تبوك", "تركي", "تراث", "تجار", "تاجر", "توتر", "تقدم", "تطور", "تحول", "تغير",
            "تمرد", "تجمع", "تكتل", "تحرش", "تسلل", "تسرب", "تهرب", "تضخم", "تعصب", "تطرف", "تسمم", "تحرر", "تدخل",
            "تلوث", "تنمر", "توسع", "تنقل", "تورط", "تصدع", "تحكم", "تقشف", "تمدد", "توقف", "تصوف", "تأخر", "تنوع",
            "تلال", "تمور", "تيار", "تمام", "تموز", "توأم", "تصور", "تحلل", "تبرع", "تفرغ", "تجسس", "تشاد", "تايم",
            "تأهل", "تأمل", "توجه");

    /** Whether a form can only be a verb, behind "and" too. */
    static boolean isVerb(String form) {
        boolean and = form.length() > 4 && form.charAt(0) == 'و' && !ArabicForms.beginsWithWaw(form);
        return isVerbAlone(and ? form.substring(1) : form);
    }

    private static boolean isVerbAlone(String form) {
        int length = form.length();
        if (length == 3) {
            return form.charAt(0) == 'ي' && !SHORTEST_NOUNS.contains(form);
        }
        if (length < 4 || form.endsWith("ة")) {
            return false;
        }
        return switch (form.charAt(0)) {
            case 'ي' -> !NOUNS_IN_YA.contains(form.substring(0, 4));
            case 'ت' -> isVerbInTa(form);
            case 'ل' ->
                form.charAt(1) == 'ي'
                        && length > 4
                        && !NOUNS_IN_LI.contains(form.substring(0, 3))
                        && isVerbAlone(form.substring(1));
            case 'س' ->
                length > 4
                        && (form.charAt(1) == 'ي' || form.charAt(1) == 'ت')
                        && !NOUNS_IN_SIN.contains(form.substring(0, 4));
            default -> isPlural(form);
        };
    }

    /** Whether a form may be a verb of the present; as many are nouns. */
    static boolean maybeVerb(String form) {
        return form.length() == 4
                && form.charAt(0) == 'ت'
                && !form.endsWith("ة")
                && !form.endsWith("ا")
                && !SHORT_NOUNS.contains(form);
    }

    private static boolean isVerbInTa(String form) {
        if (form.endsWith("ا") || form.endsWith("ات")) {
            return false;
        }
        // تتعلق, تستمر, تنتظر
        boolean derived = form.charAt(1) == 'ت' || form.charAt(2) == 'ت' || form.startsWith("تست");
        // تفتيش: nouns of the second form have a long vowel before their last letter.
        boolean noun = form.length() > 4 && form.charAt(3) == 'ي';
        return derived && !noun && !NOUNS_IN_TA.contains(form);
    }

    /** They did: صوتوا. */
    private static boolean isPlural(String form) {
        return form.length() > 4 && form.endsWith("وا") && !form.endsWith("غوا") && !NOUNS_IN_WA.contains(form);
    }
}
