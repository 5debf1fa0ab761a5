/** The {@code ehub} verbs: one class a verb, each a thin front to a room. */
package org.earlyhelp.hub.cli;
