package org.earlyhelp.hub.intake.layout;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;

/** Every form of every layout that is in force, was, or waits for two people. Thread-safe. */
public interface LayoutVersions {
    /** Looks at the folder again and brings the book of mappings to what is in force. Never throws for what a file holds. */
    void refresh();

    /** What waits for people, by layout. */
    List<LayoutVersion> proposals();

    /** The forms of one layout, the newest first, at most {@code limit}; a proposal among them. */
    List<LayoutVersion> newest(String mapping, int limit);

    /** That form; empty for an unknown number. */
    Optional<LayoutVersion> version(int number);

    /** The text of that form; empty for an unknown number and where the file was taken away. */
    Optional<String> text(int number);

    /** That form ready for use; empty where it has no text or can no longer be read. */
    Optional<Mapping> layout(int number);

    /** In words, against the form that was in force before it, for a proposal against the one in force now. */
    List<String> difference(int number);

    /** What keeps files of the folder from being layouts or proposals. */
    List<ConfigFault> faults();

    /** The first of two people puts it forward. */
    Answer propose(int number, String account);

    /** The second of two people brings it into force, in the caller's transaction if there is one; never the one who put it forward. */
    Answer activate(int number, String account);
}
