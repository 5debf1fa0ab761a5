package org.earlyhelp.hub.rights.retain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DataClass;

/**
 * One agency's data of one class that runs out.
 *
 * @param before the last fact of the class must be older than this day
 */
public record Expiry(String agency, DataClass dataClass, LocalDate before) {
    /** Kinds of fact by their class; a record of such a fact goes whole. */
    static final Map<DataClass, String> FACTS = Map.of(DataClass.MISSING, "MISSING", DataClass.EDUCATION, "ATTENDANCE", DataClass.HEALTH, "HEALTH",
            DataClass.DOMESTIC_ABUSE, "DOMESTIC_ABUSE", DataClass.INVOLVEMENT, "INVOLVEMENT", DataClass.SAFEGUARDING, "CONCERN");
    /** Parts of records that may go before the rest. */
    static final List<DataClass> PARTS = List.of(DataClass.FREE_TEXT, DataClass.CONTACT, DataClass.ADDRESS, DataClass.ALLEGATION);

    /** What runs out before that day by the agreements; parts first, since a whole record takes them with it. */
    static List<Expiry> of(Collection<Agreement> agreements, LocalDate asOf) {
        List<Expiry> all = new ArrayList<>();
        agreements.stream().sorted(Comparator.comparing(Agreement::agency)).forEach(agreement -> agreement.retention().forEach((dataClass, period) -> {
            if (FACTS.containsKey(dataClass) || PARTS.contains(dataClass)) {
                all.add(new Expiry(agreement.agency(), dataClass, asOf.minus(period)));
            }
        }));
        all.sort(Comparator.comparing(Expiry::isWholeRecord).thenComparing(Expiry::agency).thenComparing(Expiry::dataClass));
        return all;
    }

    /** Whether records of the class go whole. */
    public boolean isWholeRecord() {
        return FACTS.containsKey(dataClass);
    }

    /** The kind of fact that the records hold; null when not whole records go. */
    public String factKind() {
        return FACTS.get(dataClass);
    }
}
