/**
 * What has run out by the periods of the agreements: found daily, shown by class and agency, and gone once two people said
 * so. Legal holds, open alerts and families somebody works with are never touched. Start at
 * {@link org.earlyhelp.hub.rights.retain.RetentionDesk}.
 */
@org.springframework.modulith.NamedInterface("retain")
package org.earlyhelp.hub.rights.retain;
