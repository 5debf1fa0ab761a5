/** The one way of the hub to send mail: {@link org.earlyhelp.hub.sharing.mail.Mailer}. What goes into a mail is its callers' to answer for; it names nobody. */
@org.springframework.modulith.NamedInterface("mail")
package org.earlyhelp.hub.sharing.mail;
