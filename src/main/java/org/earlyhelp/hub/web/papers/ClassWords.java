package org.earlyhelp.hub.web.papers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.DataClass;

/** Data classes in words that a family reads. */
final class ClassWords {
    private static final EnumSet<DataClass> SPECIAL = EnumSet.of(DataClass.HEALTH, DataClass.SAFEGUARDING, DataClass.DOMESTIC_ABUSE);
    private static final EnumSet<DataClass> OFFENCE = EnumSet.of(DataClass.ALLEGATION, DataClass.DOMESTIC_ABUSE);

    private ClassWords() {
    }

    static String of(DataClass dataClass) {
        return switch (dataClass) {
            case IDENTITY -> "names, dates of birth and reference numbers";
            case CONTACT -> "telephone numbers and e-mail addresses";
            case ADDRESS -> "addresses";
            case RESTRICTED_PLACE -> "places that are kept secret to keep somebody safe";
            case EDUCATION -> "school and attendance";
            case HEALTH -> "health, development and pregnancy";
            case DOMESTIC_ABUSE -> "domestic abuse";
            case ALLEGATION -> "who is said to have caused harm";
            case MISSING -> "reports of a child who was missing";
            case SAFEGUARDING -> "concerns for a child's safety";
            case INVOLVEMENT -> "which services already help";
            case FREE_TEXT -> "what a worker wrote in their own words";
            case STAFF -> "names and work contacts of workers";
        };
    }

    static String list(Collection<DataClass> classes) {
        return classes.stream().sorted().map(ClassWords::of).collect(Collectors.joining("; "));
    }

    /** Special category data (Article 9), as the classes are meant; what an agency writes in free text may be too. */
    static boolean isSpecial(DataClass dataClass) {
        return SPECIAL.contains(dataClass);
    }

    /** Data on offences or alleged offences (Article 10). */
    static boolean isOffence(DataClass dataClass) {
        return OFFENCE.contains(dataClass);
    }
}
