/**
 * What a message says and which fields it asks to disclose; pure. A message is made only from what the disclosure
 * desk allows. Start at {@link org.earlyhelp.hub.alert.message.AlertMessage}.
 */
package org.earlyhelp.hub.alert.message;
