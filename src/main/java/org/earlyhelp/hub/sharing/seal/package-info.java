/**
 * The keys of the sharing log, which lie outside the database, and what is sealed with them. Start at
 * {@link org.earlyhelp.hub.sharing.seal.LogKeys}. Knows no SQL: what the database knows of keys comes as an argument.
 */
@org.springframework.modulith.NamedInterface("seal")
package org.earlyhelp.hub.sharing.seal;
