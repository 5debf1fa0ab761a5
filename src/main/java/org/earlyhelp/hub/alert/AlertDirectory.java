package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What others may read of alerts. Reading discloses nothing yet: who shows or exports it asks the disclosure desk. */
public interface AlertDirectory {
    /** Every alert ever at its latest version, in the order raised; streamed, so that a long list needs no memory. */
    void all(Consumer<AlertRow> each);

    /** The open alerts, those due first at the top: unacknowledged by when they must be, the rest by when to decide; at most {@code limit}. */
    List<AlertRow> inbox(int limit);

    /** How many alerts are in which state, by queue, the more urgent first. */
    List<AlertCount> counts();

    /** One alert with its history. */
    Optional<AlertHistory> alert(String ref);

    /** The alerts of a family, and those of another that speak for it, newest first, ended ones too. */
    List<AlertRow> ofFamily(String familyRef);

    /** Those of the families, by F- reference, that have an open alert, or another's that speaks for them. */
    Set<String> openAmong(Collection<String> families);

    /**
     * What is to be done after or beside the decision, as it stands at {@code now}: conversations after a return, the
     * assessment, the next review. Empty for an alert that is not known.
     */
    List<FollowUp> followUps(String ref, Instant now);

    /** The notices about one alert, oldest first: who was told that it waits. */
    List<AlertNotice> noticesAbout(String ref);

    /** The latest notices about alerts that wait too long, newest first, at most {@code limit}. */
    List<AlertNotice> notices(int limit);
}
