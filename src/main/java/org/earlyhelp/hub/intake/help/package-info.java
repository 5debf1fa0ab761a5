/**
 * What an agency finds in its {@code /help/}: the page and a valid sample of each of its feeds, made from the mappings in
 * force. {@link org.earlyhelp.hub.intake.help.HelpWriter} is the only writer.
 */
package org.earlyhelp.hub.intake.help;
