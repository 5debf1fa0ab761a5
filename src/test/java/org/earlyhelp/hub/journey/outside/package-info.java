/**
 * The parts of a council's own that a hub can be put on: a PostgreSQL server, a broker and an OpenSSH server, each a process
 * of its own on this machine, with TLS and accounts. Each comes back on its port with what it kept, so that a test can kill it.
 */
package org.earlyhelp.hub.journey.outside;
