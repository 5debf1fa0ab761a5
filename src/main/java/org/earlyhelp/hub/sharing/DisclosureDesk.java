package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.function.Function;

/**
 * The one place where personal data is let out. Applies the disclosure policy, writes the sharing-log entries in the
 * caller's transaction (or, for a view, in one of its own that commits before the content is returned), and only then
 * lets the content be made.
 */
public interface DisclosureDesk {
    /**
     * Asks for a disclosure. {@code render} is called once, with what is allowed, and must put nothing else in.
     * A refusal is logged too and {@code render} is not called.
     */
    <T> Disclosure<T> disclose(DisclosureRequest request, Function<Allowance, T> render);

    /** Logs acts that disclose nothing, tied by one act id, in the caller's transaction; returns their entry ids in order. */
    List<String> note(List<Act> acts);
}
