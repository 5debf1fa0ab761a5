/**
 * Looks whether the database still is what the sharing log says: recomputes everything from the entries and names each row
 * that differs. Start at {@link org.earlyhelp.hub.sharing.check.LogCheck}. Mends nothing.
 */
package org.earlyhelp.hub.sharing.check;
