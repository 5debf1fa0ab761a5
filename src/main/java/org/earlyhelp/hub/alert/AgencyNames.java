package org.earlyhelp.hub.alert;

/** Under what name an agency may appear. */
@FunctionalInterface
public interface AgencyNames {
    /**
     * The agency's id; or, where a place is hidden and the name alone would tell why or where somebody is known to it,
     * only its kind, such as {@code domestic-abuse-service}.
     */
    String shownAs(String agency, boolean placeHidden);
}
