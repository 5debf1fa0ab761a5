package org.earlyhelp.hub.identity;

import java.util.Optional;

/** Families by reference. */
public interface FamilyDirectory {
    /** The family of an F- reference; of one that ended, the family that took it over. */
    Optional<FamilyView> byRef(String ref);

    /** The family by database id, as {@code family_work} and needs name it. */
    Optional<FamilyView> byId(long id);
}
