package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * An open alert as a list shows it.
 *
 * @param placeHidden  a place of the family or of a child is hidden now
 * @param owner        account that acknowledged or decided it last; null for nobody
 * @param ownedVersion the version that person had before them; null for nobody
 * @param seenVersion  the version that whoever asks has seen; null for none
 * @param newsAt       when its latest version was told
 */
public record ListedAlert(Alert alert, boolean placeHidden, String owner, Integer ownedVersion, Integer seenVersion, Instant newsAt) {
    /** Whether it says more than whoever asks has seen, or, unseen by them, than its owner knew. */
    public boolean hasNews() {
        Integer known = seenVersion == null ? ownedVersion : seenVersion;
        return known != null && known < alert.version() || alert.newSinceDecision();
    }
}
