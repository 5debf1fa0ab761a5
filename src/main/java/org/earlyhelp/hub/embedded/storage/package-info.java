/** The SQL of this room: roles and database of a new server, the check that it keeps what it says, copies of it, and what work is left. */
package org.earlyhelp.hub.embedded.storage;
