/**
 * How agreements change: the folder proposes, two people activate, every form is kept, and notices come before one ends.
 * Start at {@link org.earlyhelp.hub.sharing.change.AgreementKeeper}. What other rooms need of it stands in the room's own package.
 */
package org.earlyhelp.hub.sharing.change;
