package org.earlyhelp.hub.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** People by reference. Merged references lead to the person who stands. */
public interface PersonDirectory {
    /** The most people a search gives. */
    int SEARCH_LIMIT = 5;

    /** The person of a P- reference; of a merged one, the person it was merged into. */
    Optional<PersonView> byRef(String ref);

    /**
     * People of that surname, whatever case, and that date of birth; either may be null but not both. Sealed people
     * are never found; places are never searched. At most {@link #SEARCH_LIMIT}, by reference.
     */
    List<PersonView> search(String surname, LocalDate born);
}
