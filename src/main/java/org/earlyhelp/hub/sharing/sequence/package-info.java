/**
 * Gives the entries of the sharing log their places, one hub at a time, and signs what it gave. Start at
 * {@link org.earlyhelp.hub.sharing.sequence.LogSequencer}. Never signs two trees of one size, and nothing at all once the
 * database is not what was signed before.
 */
@org.springframework.modulith.NamedInterface("sequence")
package org.earlyhelp.hub.sharing.sequence;
