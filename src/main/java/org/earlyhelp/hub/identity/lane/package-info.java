/**
 * The one writer of identities: takes records that wait, links, merges, composes families, and leaves work for needs,
 * all in one transaction a batch. Start at {@link org.earlyhelp.hub.identity.lane.IdentityLane}.
 */
package org.earlyhelp.hub.identity.lane;
