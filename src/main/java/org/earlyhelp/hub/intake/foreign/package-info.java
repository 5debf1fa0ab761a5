/**
 * An SFTP server of somebody else: each agency's complete files are moved from there into the lanes, and its receipts,
 * outcomes and help go back. Everything behind the lanes is as with the embedded server. Start at
 * {@link org.earlyhelp.hub.intake.foreign.ForeignMirror}. What the server lists is data and never a path on this machine.
 */
@org.springframework.modulith.NamedInterface("foreign")
package org.earlyhelp.hub.intake.foreign;
