package org.earlyhelp.hub.linkage.compare;

import java.util.List;

import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Compares one forename with another, or one surname with another. Case, diacritics, hyphens, apostrophes and spaces
 * make no difference. Sound is Double Metaphone (Philips 2000).
 */
public final class NameComparison implements FieldComparison {
    /** For forenames: short forms and other spellings count. */
    public static final NameComparison FORENAME = new NameComparison(Nicknames.forenames(), true);
    /** For surnames: other spellings count, short forms do not. */
    public static final NameComparison SURNAME = new NameComparison(Nicknames.surnames(), false);

    private static final double CLOSE_LIKENESS = 0.94;
    private static final double SIMILAR_LIKENESS = 0.88;
    private static final double WEAK_LIKENESS = 0.75;
    private static final int LEAST_CUT_LETTERS = 3;
    private static final int LONG_NAME_CHARACTERS = 8;
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();

    private final Nicknames nicknames;
    private final boolean mayBeCutShort;

    private NameComparison(Nicknames nicknames, boolean mayBeCutShort) {
        this.nicknames = nicknames;
        this.mayBeCutShort = mayBeCutShort;
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(NameLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return compare(one, other).ordinal();
    }

    /** The first level that holds. */
    public NameLevel compare(Form one, Form other) {
        if (one.isSame(other)) {
            return NameLevel.EXACT;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return NameLevel.DIFFERENT;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.joined().charAt(0) == other.joined().charAt(0) ? NameLevel.INITIAL : NameLevel.DIFFERENT;
        }
        if (isPart(one, other)) {
            return NameLevel.PART;
        }
        boolean oneName = nicknames.areOne(one, other) || mayBeCutShort && (isCutShort(one, other) || isCutShort(other, one));
        return oneName ? NameLevel.NICKNAME : bySpelling(one, other);
    }

    /** How a name sounds; the name itself when it has no Latin letters. */
    public static String sound(String name) {
        String sound = SOUND.doubleMetaphone(name);
        return sound == null || sound.isEmpty() ? name : sound;
    }

    /** Many a name in use is the beginning of the full one: Ben, Sam, Abi. */
    private static boolean isCutShort(Form cut, Form whole) {
        return cut.length() >= LEAST_CUT_LETTERS && whole.length() > cut.length() + 1 && whole.joined().startsWith(cut.joined());
    }

    private static boolean isPart(Form one, Form other) {
        if (one.wordCount() == 1 && other.wordCount() == 1) {
            return false;
        }
        Form shorter = one.wordCount() <= other.wordCount() ? one : other;
        int shared = shorter.sharedWords(shorter == one ? other : one, 1);
        return shared == shorter.wordCount() || shared > 0 && shorter.wordCount() > 1;
    }

    private static NameLevel bySpelling(Form one, Form other) {
        int shorter = Math.min(one.length(), other.length());
        int edits = EditDistance.within(3, one, other);
        double likeness = Likeness.of(one, other, WEAK_LIKENESS);
        if (edits == 1 && shorter > 2 || likeness >= CLOSE_LIKENESS || edits == 2 && shorter >= LONG_NAME_CHARACTERS) {
            return NameLevel.CLOSE;
        }
        if (edits == 2 && shorter >= 5 || likeness >= SIMILAR_LIKENESS || soundsAlike(one, other)) {
            return NameLevel.SIMILAR;
        }
        boolean weak = likeness >= WEAK_LIKENESS && one.joined().charAt(0) == other.joined().charAt(0) || edits <= 3 && shorter >= 7 || beginAlike(one, other);
        return weak ? NameLevel.WEAK : NameLevel.DIFFERENT;
    }

    private static boolean soundsAlike(Form one, Form other) {
        return one.joined().charAt(0) == other.joined().charAt(0) && one.sound().equals(other.sound());
    }

    private static boolean beginAlike(Form one, Form other) {
        return one.length() >= 3 && other.length() >= 3 && one.joined().startsWith(other.joined().substring(0, 3));
    }
}
