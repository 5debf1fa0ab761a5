package org.earlyhelp.hub.identity.cluster.packed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Sex;

/** Descriptions of every shape, likely and unlikely, from a seed. */
final class AnyDescription {
    private static final List<String> TEXTS = List.of("", "|", "||", "0", "007", "9990000018", "N999400122002", "99999999999999999", "999999999999999999",
            "Z", "Z0", "OKAFOR", "O'NEILL", "agency|ref", "nhs:1", "\uD83D\uDE00", "\uD83D", "a\uDE00b", "\u0000", "é", "ß", "Ж", "\uFFFF",
            "A".repeat(300), "é".repeat(300), "Ж".repeat(300), "A".repeat(70_000), "null");
    private static final List<LocalDate> DATES = List.of(LocalDate.of(2000, 1, 1), LocalDate.of(1999, 12, 31), LocalDate.of(2000, 1, 2), LocalDate.MIN,
            LocalDate.MAX, LocalDate.of(2019, 4, 2), LocalDate.of(1900, 1, 1));
    private final Random random;

    AnyDescription(Random random) {
        this.random = random;
    }

    Description next() {
        return by(text());
    }

    Description by(String agency) {
        Dwelling home = random.nextBoolean() ? null : new Dwelling(text(), text(), text());
        return new Description(any(List.of(Kind.values())), agency, place(agency), text(), text(), random.nextBoolean() ? text() : agency + "|" + text(), name(),
                date(), date(), random.nextInt(4) == 0 ? null : any(List.of(Sex.values())), home, text(), mothers(agency, home), random.nextBoolean(),
                random.nextBoolean() ? null : any(List.of(1, 2, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)), random.nextBoolean(),
                random.nextBoolean() ? null : any(List.of(1925, 2000, 2019, 2026)), random.nextBoolean() ? null : text(),
                parents());
    }

    private Set<Integer> parents() {
        Set<Integer> parents = new HashSet<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            parents.add(random.nextInt(4) == 0 ? 0xffff : random.nextInt(0x10000));
        }
        return parents;
    }

    private String place(String agency) {
        String some = "" + text();
        return random.nextInt(3) == 0 ? some : agency + "|feed|" + some + "|" + (random.nextBoolean() ? "CHILD" : some);
    }

    private ComparableName name() {
        List<List<String>> forenames = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            forenames.add(random.nextInt(5) == 0 ? List.of() : random.nextBoolean() ? List.of("" + text()) : List.of("CHIDI", "" + text()));
        }
        return new ComparableName(text(), forenames);
    }

    private Set<String> mothers(String agency, Dwelling home) {
        Set<String> mothers = new HashSet<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            String where = home == null ? text() : home.line1() + "|" + home.postcode();
            mothers.add(any(List.of("nhs:" + text(), "ref:" + agency + "|" + text(), "name:" + text() + "|" + text() + "|" + where,
                    "name:OKAFOR|NGOZI|07700900123", "name:" + text(), "" + text())));
        }
        return mothers;
    }

    private LocalDate date() {
        return random.nextInt(3) == 0 ? null : random.nextInt(3) == 0 ? any(DATES) : LocalDate.ofEpochDay(random.nextInt(20_000));
    }

    /** Null one time in four. The longest ones come seldom. */
    private String text() {
        int at = random.nextInt(TEXTS.size() + TEXTS.size() / 3);
        return at >= TEXTS.size() || TEXTS.get(at).length() > 1_000 && random.nextInt(20) > 0 ? null : TEXTS.get(at);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
