/**
 * Which mentions are one person: the descriptions of everybody held in memory, and where a mention belongs among them.
 * Start at {@link org.earlyhelp.hub.identity.cluster.MentionLinker}. Knows no storage: whoever uses it keeps the
 * tables in step.
 */
@org.springframework.modulith.NamedInterface("cluster")
package org.earlyhelp.hub.identity.cluster;
