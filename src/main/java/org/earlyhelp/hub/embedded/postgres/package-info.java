/**
 * A PostgreSQL server of the hub's own, driven by its own programs: unpacked, made, started, stopped, and taken over
 * after a crash. Start at {@link org.earlyhelp.hub.embedded.postgres.PostgresServer}. Knows no SQL but through storage.
 */
@org.springframework.modulith.NamedInterface("postgres")
package org.earlyhelp.hub.embedded.postgres;
