/** The tables of erasures, legal holds and retention runs, and the rewriting of tables after an erasure. */
package org.earlyhelp.hub.rights.storage;
