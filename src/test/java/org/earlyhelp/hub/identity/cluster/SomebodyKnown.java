package org.earlyhelp.hub.identity.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;

/** Makes descriptions of numbered children who share keys where they are given the same numbers. */
final class SomebodyKnown {
    private final int number;
    private String surname = "OKAFOR";
    private LocalDate born = LocalDate.of(2019, 4, 2);
    private String ref;
    private String phone;
    private Set<String> mothers = Set.of();

    private SomebodyKnown(int number) {
        this.number = number;
    }

    static SomebodyKnown number(int number) {
        return new SomebodyKnown(number);
    }

    SomebodyKnown withRef(int of) {
        ref = of == 0 ? null : "agency|" + of;
        return this;
    }

    SomebodyKnown withPhone(int of) {
        phone = of == 0 ? null : "0770090000" + of;
        surname = of == 2 ? "ADEYEMI" : surname;
        return this;
    }

    SomebodyKnown born(LocalDate day) {
        born = day;
        return this;
    }

    SomebodyKnown withMother(String mother) {
        mothers = Set.of(mother);
        return this;
    }

    Description make() {
        return new Description(phone == null ? Kind.CHILD : Kind.ADULT, "agency", "agency|feed|" + number + "|CHILD", null, null, ref,
                new ComparableName(surname, List.of(List.of("CHILD" + (char) ('A' + number % 26)))), born, null, null, null, phone, mothers, false, null, false);
    }
}
