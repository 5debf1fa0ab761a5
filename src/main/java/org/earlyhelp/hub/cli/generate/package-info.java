/**
 * A made-up borough of any size: households, what happens to them, what each agency writes of it with the faults of
 * real feeds, and the truth to measure the hub against. Everything follows from one seed, so a run can be repeated.
 * Start at {@link org.earlyhelp.hub.cli.generate.BoroughGenerator}. Knows nothing of mappings, rules or the database:
 * the truth is a reading of its own, from the lives and never from the files. Names stand in {@code names.txt} and
 * {@code spellings.txt} beside it, what senders get wrong in {@link org.earlyhelp.hub.cli.generate.NoiseModel}.
 */
package org.earlyhelp.hub.cli.generate;
