/**
 * Decides whether two descriptions are of one person. First form: fixed rules; later Fellegi-Sunter with learned
 * weights behind the same door. Start at the type that compares two mentions. Pure: no storage, no clock.
 */
package org.earlyhelp.hub.linkage;
