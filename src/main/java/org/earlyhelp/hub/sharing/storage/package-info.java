/** The sharing log's tables. */
package org.earlyhelp.hub.sharing.storage;
