package org.earlyhelp.hub.cli.generate;

/** What the front door should be told of a household. {@code rule} is the first that holds. */
record TrueAlert(String queue, String rule, int level) {
}
