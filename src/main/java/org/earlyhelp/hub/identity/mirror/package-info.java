/**
 * What an agency is told each month of its own files: how many were taken, what was wrong with them, and how well the people in
 * them could be told apart. Counts and rounded shares only. Start at {@link org.earlyhelp.hub.identity.mirror.MonthMirrors}.
 */
@org.springframework.modulith.NamedInterface("mirror")
package org.earlyhelp.hub.identity.mirror;
