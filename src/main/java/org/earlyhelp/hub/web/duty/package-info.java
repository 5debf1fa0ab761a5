/**
 * The manager's desk besides single cases: families that wait for their alert to be released, recalls of what was told,
 * and taking a rule back. Shows references only, no person. Start at {@link org.earlyhelp.hub.web.duty.WaitingPage}.
 */
package org.earlyhelp.hub.web.duty;
