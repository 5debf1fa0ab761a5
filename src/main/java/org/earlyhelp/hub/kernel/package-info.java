/**
 * What every room needs and no library gives in this form: the domain clock, identifiers, results that
 * are values, declared files with the place of each fault, and files that nobody else may open. The only room
 * that may read the machine's clock or draw random numbers. Start at {@link org.earlyhelp.hub.kernel.HubClock}. At most ten types.
 */
package org.earlyhelp.hub.kernel;
