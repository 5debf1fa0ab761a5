package org.earlyhelp.hub.sharing.erasure;

import java.util.List;

/** A room that keeps data about people in the database. Asked in ascending {@link #order}; references are deleted before what they point at. */
public interface Erasable {
    /** The room as the pages name it, such as {@code alerts}. */
    String room();

    /** From 1: what other rooms' rows point at comes last. */
    int order();

    /** What an erasure would take out, counted; changes nothing. */
    List<HeldCount> plan(Erasure erasure);

    /** Takes it out in the caller's transaction, and says what it was. Doing it again finds nothing and is no error. */
    List<HeldCount> erase(Erasure erasure);
}
