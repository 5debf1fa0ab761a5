/**
 * The fault matrix: every fault that this machine can inject, each a row with its number, and a referee outside the hub that
 * compares what was sent with what is held, rejected, answered and alerted. Start at
 * {@link org.earlyhelp.hub.cli.torture.matrix.FaultMatrix}. Rows that a test shows name the test; rows that cannot be injected say why.
 */
package org.earlyhelp.hub.cli.torture.matrix;
