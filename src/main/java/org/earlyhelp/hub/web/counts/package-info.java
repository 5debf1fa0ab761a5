/**
 * Counts that may leave the hub: what is 1 to 4 is not shown, nor whatever would let a reader work it out. Start at
 * {@link org.earlyhelp.hub.web.counts.CountTable}. Pure: knows numbers and headings, no room's data.
 */
package org.earlyhelp.hub.web.counts;
