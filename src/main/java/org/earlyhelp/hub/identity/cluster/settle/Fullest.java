package org.earlyhelp.hub.identity.cluster.settle;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.linkage.Description;

/** The order in which mentions are placed anew: numbers first, then what says most, then by place and content. */
final class Fullest {
    static final Comparator<Known> FIRST = Comparator.comparing(Known::description, Comparator.comparingLong(Fullest::numbers).reversed()
            .thenComparing(Comparator.comparingLong(Fullest::stated).reversed()).thenComparing(Description::recordPlace).thenComparing(Fullest::content));

    private Fullest() {
    }

    private static long numbers(Description it) {
        return count(it.nhsNumber(), it.upn());
    }

    private static long stated(Description it) {
        return count(it.name().surname(), it.name().forenames().isEmpty() ? null : it.name().forenames(), it.born(), it.sex(), it.home(), it.phone(), it.localRef());
    }

    /** Tells versions of one record apart by what they say; those that say the same belong together anyway. */
    private static String content(Description it) {
        return String.join("|", it.name().toString(), String.valueOf(it.born()), String.valueOf(it.sex()), it.home() == null ? "" : it.home().line1() + it.home().postcode(),
                String.valueOf(it.phone()), String.valueOf(it.nhsNumber()), String.valueOf(it.upn()));
    }

    private static long count(Object... values) {
        return Stream.of(values).filter(Objects::nonNull).count();
    }
}
