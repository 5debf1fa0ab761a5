/**
 * Measures the memory of who is who with a borough of synthetic people: bytes a person, mentions decided a second in memory and in
 * the database, seconds until a started hub has read everybody. Start at
 * {@link org.earlyhelp.hub.cli.bench.identity.IdentityBench}. Nobody in it exists; the same number makes the same people.
 */
package org.earlyhelp.hub.cli.bench.identity;
