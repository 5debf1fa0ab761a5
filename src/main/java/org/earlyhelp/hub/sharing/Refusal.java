package org.earlyhelp.hub.sharing;

import java.util.List;

/**
 * A refusal in plain words, for whoever asked: no names, no references, no values.
 *
 * @param what what was not shown or sent, by kinds of data
 * @param why  the reasons
 * @param ask  who can help, or what to do next
 */
public record Refusal(String what, String why, String ask) {
    /** The three sentences in order. */
    public List<String> sentences() {
        return List.of(what, why, ask);
    }
}
