/**
 * Judging anew who is who among people who hang together, so that the order in which their records came makes no
 * difference. Start at {@link org.earlyhelp.hub.identity.cluster.settle.Regrouping}. Changes nothing.
 */
@org.springframework.modulith.NamedInterface("settle")
package org.earlyhelp.hub.identity.cluster.settle;
