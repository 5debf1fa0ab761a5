/**
 * Undoes a file that was sent by mistake, when its sender drops {@code NAME.recall} beside it. Start with
 * {@link org.earlyhelp.hub.intake.recall.RecallDoor}. Afterwards the records are as if the file had never come: what it
 * alone had said is withdrawn, what it had changed is told again by the files that stand.
 */
package org.earlyhelp.hub.intake.recall;
