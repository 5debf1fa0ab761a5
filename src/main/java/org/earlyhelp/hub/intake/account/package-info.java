/**
 * The accounts of the SFTP server: which keys open them, who came from where, who is locked out, and how much was sent. Start at
 * {@link org.earlyhelp.hub.intake.account.KeyDesk} for keys and at {@link org.earlyhelp.hub.intake.account.AccountDoor} for what the server asks.
 */
@org.springframework.modulith.NamedInterface("account")
package org.earlyhelp.hub.intake.account;
