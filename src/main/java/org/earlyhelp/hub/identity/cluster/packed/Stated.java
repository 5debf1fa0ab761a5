package org.earlyhelp.hub.identity.cluster.packed;

import java.util.function.Predicate;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;

/**
 * What a description states, a bit each: what is not stated takes no byte of its own. Fourteen bits and two for the kind
 * are the two bytes in front.
 */
enum Stated {
    MULTIPLE_BIRTH(Description::multipleBirth),
    IDENTITY_UNKNOWN(Description::identityUnknown),
    NHS_NUMBER(it -> it.nhsNumber() != null),
    UPN(it -> it.upn() != null),
    LOCAL_REF(it -> it.localRef() != null),
    EXPECTED(it -> it.expected() != null),
    HOME(it -> it.home() != null),
    UPRN(it -> it.home() != null && it.home().uprn() != null),
    PHONE(it -> it.phone() != null),
    MOTHERS(it -> !it.mothers().isEmpty()),
    BIRTH_ORDER(it -> it.birthOrder() != null),
    AGE(it -> it.yearByAge() != null),
    UNVERIFIED(it -> it.unverified() != null),
    PARENTS(it -> !it.parents().isEmpty());

    private static final Stated[] ALL = values();
    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_BITS = 2;

    private final Predicate<Description> test;

    Stated(Predicate<Description> test) {
        this.test = test;
    }

    /** Appends the two bytes and returns them as a number. */
    static int write(PackedWriter to, Description it) {
        int head = it.kind().ordinal();
        for (Stated part : ALL) {
            head |= part.test.test(it) ? part.bit() : 0;
        }
        to.oneByte(head);
        to.oneByte(head >>> Byte.SIZE);
        return head;
    }

    static int read(PackedReader from) {
        return from.oneByte() | from.oneByte() << Byte.SIZE;
    }

    static Kind kind(int head) {
        return KINDS[head & (1 << KIND_BITS) - 1];
    }

    boolean in(int head) {
        return (head & bit()) != 0;
    }

    private int bit() {
        return 1 << KIND_BITS + ordinal();
    }
}
