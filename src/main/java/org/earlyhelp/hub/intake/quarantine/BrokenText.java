package org.earlyhelp.hub.intake.quarantine;

import java.util.Set;
import org.earlyhelp.hub.mapping.PiecedText;

/**
 * The text of a record that cannot be read as it was sent. Personal data, but for {@link PiecedText#shown} and the masked pieces.
 *
 * @param text    what was sent, or what was put in its place
 * @param mended  whether it was put there
 * @param pieces  the same taken apart
 * @param classes the data classes, by their names in the agreements, that may stand in it: whoever sees it must be allowed each
 */
public record BrokenText(String text, boolean mended, PiecedText pieces, Set<String> classes) {
    public BrokenText {
        classes = Set.copyOf(classes);
    }
}
