package org.earlyhelp.hub.sharing.audit;

import java.util.EnumSet;
import java.util.Set;
import org.earlyhelp.hub.sharing.ActKind;

/** What became of what was asked for: an entry's kind and whether it withheld anything, as one answer. */
public enum Decided {
    SHARED, WITHHELD_IN_PART, REFUSED, NOT_SHARED, NOTHING_ASKED;

    /** Acts by which somebody or some machine gets something about a person. */
    public static final Set<ActKind> DISCLOSING = Set.copyOf(EnumSet.of(ActKind.SENT, ActKind.VIEWED, ActKind.EXPORTED, ActKind.OUTCOME, ActKind.BREAK_GLASS));
    /** Acts by which somebody asked and got nothing. */
    public static final Set<ActKind> DENYING = Set.copyOf(EnumSet.of(ActKind.REFUSED, ActKind.NOT_SHARED));

    /** Of an act; {@code withheld}: how many fields it kept back. */
    public static Decided of(ActKind kind, int withheld) {
        if (DISCLOSING.contains(kind)) {
            return withheld == 0 ? SHARED : WITHHELD_IN_PART;
        }
        return switch (kind) {
            case REFUSED -> REFUSED;
            case NOT_SHARED -> NOT_SHARED;
            default -> NOTHING_ASKED;
        };
    }
}
