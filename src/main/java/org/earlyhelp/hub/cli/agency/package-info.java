/**
 * {@code ehub agency}: the keys of an agency's SFTP account and who signed in, from the command line. Start at
 * {@link org.earlyhelp.hub.cli.agency.KeyCommand}. Works beside a running hub or without one.
 */
package org.earlyhelp.hub.cli.agency;
