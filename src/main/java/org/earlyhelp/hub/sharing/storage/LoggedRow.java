package org.earlyhelp.hub.sharing.storage;

import org.earlyhelp.hub.sharing.log.EntryColumns;

/**
 * A leaf and the entry that it is of, as they stand in the tables; arrays are null where the column or the row is.
 *
 * @param index      of the leaf
 * @param kept       the leaf's commitment
 * @param columns    null when there is no entry of that ordinal
 * @param commitment the entry's
 */
public record LoggedRow(long index, long ordinal, byte[] kept, EntryColumns columns, byte[] sealed, byte[] salt, byte[] commitment) {
}
