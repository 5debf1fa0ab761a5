package org.earlyhelp.hub.identity.cluster.packed;

import java.util.HashSet;
import java.util.Set;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Dwelling;

/** What tells who the mother is, as the describer writes it; a home that is the child's own is not written again. */
final class Mothers {
    private static final int WHOLE = 0;
    private static final int NUMBER = 1;
    private static final int REFERENCE = 2;
    private static final int AT_HOME = 3;
    private static final int NAME = 4;
    private static final String NAME_PREFIX = "name:";

    private Mothers() {
    }

    /** Sorted, so that equal sets give equal bytes. */
    static void write(PackedWriter to, Description child) {
        to.number(child.mothers().size());
        child.mothers().stream().sorted().forEach(mother -> write(to, mother, child));
    }

    static Set<String> read(PackedReader from, String agency, Dwelling home) {
        Set<String> mothers = new HashSet<>();
        for (long left = from.number(); left > 0; left--) {
            mothers.add(readOne(from, agency, home));
        }
        return mothers;
    }

    private static void write(PackedWriter to, String mother, Description child) {
        String ownRef = refPrefix(child.agency());
        String ownHome = suffix(child.home());
        int lastBar = mother.lastIndexOf('|');
        if (mother.startsWith("nhs:")) {
            write(to, NUMBER, mother.substring("nhs:".length()));
        } else if (mother.startsWith(ownRef)) {
            write(to, REFERENCE, mother.substring(ownRef.length()));
        } else if (mother.startsWith(NAME_PREFIX) && mother.endsWith(ownHome) && mother.length() >= NAME_PREFIX.length() + ownHome.length()) {
            write(to, AT_HOME, mother.substring(NAME_PREFIX.length(), mother.length() - ownHome.length()));
        } else if (mother.startsWith(NAME_PREFIX) && lastBar >= 0) {
            write(to, NAME, mother.substring(NAME_PREFIX.length(), lastBar));
            PackedText.write(to, mother.substring(lastBar + 1));
        } else {
            write(to, WHOLE, mother);
        }
    }

    private static void write(PackedWriter to, int form, String text) {
        to.oneByte(form);
        PackedText.write(to, text);
    }

    private static String readOne(PackedReader from, String agency, Dwelling home) {
        int form = from.oneByte();
        String text = PackedText.read(from);
        return switch (form) {
            case NUMBER -> "nhs:" + text;
            case REFERENCE -> refPrefix(agency) + text;
            case AT_HOME -> NAME_PREFIX + text + suffix(home);
            case NAME -> NAME_PREFIX + text + "|" + PackedText.read(from);
            default -> text;
        };
    }

    private static String refPrefix(String agency) {
        return "ref:" + agency + "|";
    }

    private static String suffix(Dwelling home) {
        return home == null ? "||" : "|" + home.line1() + "|" + home.postcode();
    }
}
