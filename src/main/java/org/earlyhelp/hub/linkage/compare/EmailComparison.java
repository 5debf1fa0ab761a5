package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares two e-mail addresses, in which slips of the hand are common. */
public final class EmailComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final EmailComparison EMAIL = new EmailComparison();
    private static final int CLOSE_EDITS = 4;
    private static final int SIMILAR_EDITS = 9;
    private static final double CLOSE_LIKENESS = 0.93;
    private static final double SIMILAR_LIKENESS = 0.8;

    private EmailComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(EmailLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return compare(one, other).ordinal();
    }

    private static EmailLevel compare(Form one, Form other) {
        if (one.isSame(other)) {
            return EmailLevel.EXACT;
        }
        int edits = EditDistance.within(SIMILAR_EDITS, one, other);
        if (edits <= CLOSE_EDITS || Likeness.of(one, other, CLOSE_LIKENESS) > CLOSE_LIKENESS) {
            return EmailLevel.CLOSE;
        }
        Form mine = user(one);
        Form theirs = user(other);
        if (mine.isSame(theirs) || host(one).equals(host(other))) {
            return EmailLevel.ONE_HALF;
        }
        return edits <= SIMILAR_EDITS && Likeness.of(mine, theirs, SIMILAR_LIKENESS) > SIMILAR_LIKENESS ? EmailLevel.SIMILAR : EmailLevel.DIFFERENT;
    }

    private static Form user(Form email) {
        int at = email.joined().indexOf('@');
        return Form.of(at < 0 ? email.joined() : email.joined().substring(0, at));
    }

    private static String host(Form email) {
        return email.joined().substring(email.joined().indexOf('@') + 1);
    }
}
