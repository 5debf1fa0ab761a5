package org.earlyhelp.hub.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What gives somebody a ground to open a person's page, or speaks against it, told by references alone: no name is handed
 * out, so that an audit of who looked shows nobody's data. References may be merged ones; unknown ones are left out.
 */
public interface AccessGrounds {
    /** F- reference of the family in which each person stands now; people without a family are left out. */
    Map<String, String> families(Collection<String> persons);

    /**
     * Those of the people who, or of whose household somebody, carry one of these words in their surname.
     *
     * @param words in small letters
     */
    Set<String> sharingSurname(Collection<String> persons, Collection<String> words);

    /** Those about whom a steward was asked who is who. */
    Set<String> askedAbout(Collection<String> persons);
}
