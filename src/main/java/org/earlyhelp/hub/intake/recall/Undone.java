package org.earlyhelp.hub.intake.recall;

/**
 * What undoing a file came to.
 *
 * @param records that the file had been the last to change
 * @param lost    of those, what was known before the file is told by no raw copy any more
 */
record Undone(long records, long lost) {
}
