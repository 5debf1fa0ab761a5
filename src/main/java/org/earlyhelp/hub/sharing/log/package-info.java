/** The arithmetic of the sharing log: canonical JSON, salted commitments, and later the tree and its proofs. Pure. */
package org.earlyhelp.hub.sharing.log;
