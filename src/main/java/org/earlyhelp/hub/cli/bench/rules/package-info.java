/**
 * How long a changed rule takes to try on a made-up borough. Start at {@link org.earlyhelp.hub.cli.bench.rules.RulesBench}.
 * The borough's files are read through the real layouts and its people are those of the truth files: what is measured
 * begins at the filled database.
 */
package org.earlyhelp.hub.cli.bench.rules;
