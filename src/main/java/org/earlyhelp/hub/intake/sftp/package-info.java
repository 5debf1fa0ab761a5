/**
 * The embedded SFTP server as an agency sees it: a home each, uploads hidden until closed, read-only answers.
 * Start at {@link org.earlyhelp.hub.intake.sftp.AgencySftpServer}; what may be written is said by the file accesses.
 */
@org.springframework.modulith.NamedInterface("sftp")
package org.earlyhelp.hub.intake.sftp;
