/**
 * {@code ehub retrain}: learns weights from what is said of people and writes them into a file, beside the hub and
 * never within it. Start at {@link org.earlyhelp.hub.cli.retrain.RetrainCommand}. Prints numbers and no name.
 */
package org.earlyhelp.hub.cli.retrain;
