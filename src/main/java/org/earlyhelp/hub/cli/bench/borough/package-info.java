/**
 * How well the hub's matcher does on a made-up borough whose truth is known: who was joined rightly, wrongly or not at
 * all, and for whom. The files go through the real mappings and the very code of the identity lane, in memory. Start at
 * {@link org.earlyhelp.hub.cli.bench.borough.BoroughBench}. Knows no database, and the model by its interface alone.
 */
package org.earlyhelp.hub.cli.bench.borough;
