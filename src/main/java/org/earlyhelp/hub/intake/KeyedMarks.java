package org.earlyhelp.hub.intake;

/** Marks by which something erased is known again, without keeping what it was. The key lies outside the database. Thread-safe. */
public interface KeyedMarks {
    /** 32 bytes, the same for the same parts in the same order; none may be null. */
    byte[] of(String... parts);
}
