package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares two postcodes: district and sector are those of a British one; shorter foreign ones are compared by slips. */
public final class PostcodeComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final PostcodeComparison POSTCODE = new PostcodeComparison();
    private static final int UNIT_CHARACTERS = 2;
    private static final int INWARD_CHARACTERS = 3;
    private static final int SHORT_CHARACTERS = 5;

    private PostcodeComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(PostcodeLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return compare(one, other).ordinal();
    }

    /** The outward part of a British postcode; of a shorter one all but the last two characters. */
    public static String district(String postcode) {
        int inward = postcode.length() > 4 ? INWARD_CHARACTERS : UNIT_CHARACTERS;
        return postcode.substring(0, Math.max(1, postcode.length() - inward));
    }

    private static PostcodeLevel compare(Form one, Form other) {
        if (one.isSame(other)) {
            return PostcodeLevel.EXACT;
        }
        int edits = EditDistance.within(2, one, other);
        if (edits == 1 || agreeBut(UNIT_CHARACTERS, one, other)) {
            return PostcodeLevel.NEAR;
        }
        boolean district = edits == 2 && Math.max(one.length(), other.length()) <= SHORT_CHARACTERS || agreeBut(INWARD_CHARACTERS, one, other);
        return district ? PostcodeLevel.DISTRICT : PostcodeLevel.DIFFERENT;
    }

    private static boolean agreeBut(int last, Form one, Form other) {
        int length = one.length() - last;
        return length > 1 && one.length() == other.length() && one.joined().regionMatches(0, other.joined(), 0, length);
    }
}
