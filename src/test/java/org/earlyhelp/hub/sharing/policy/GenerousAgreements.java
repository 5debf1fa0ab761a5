package org.earlyhelp.hub.sharing.policy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** Every agency, a specialist each, grants everything to everybody for ever: what stays is kept by protection alone. */
record GenerousAgreements(List<Recipient> everybody) implements Agreements {
    @Override
    public Optional<Agreement> agreementOf(String agency) {
        List<Agreement.Grant> grants = everybody.stream().map(one -> new Agreement.Grant(one.kind(), one.name(), EnumSet.allOf(Purpose.class), EnumSet.allOf(DataClass.class))).toList();
        Agreement.Basis basis = new Agreement.Basis("all", "all", List.of("all"), "6(1)(e)", "9(2)(g)", "all", null);
        return Optional.of(new Agreement("ISA-" + agency, 1, agency, agency, "any", true, List.of(), new TreeMap<>(), basis, grants, LocalDate.EPOCH, LocalDate.EPOCH,
                LocalDate.of(9999, 1, 1), Map.of()));
    }

    @Override
    public Borough borough() {
        return new Borough("any", "Any", "any", agreementOf(Borough.AGENCY).orElseThrow());
    }
}
