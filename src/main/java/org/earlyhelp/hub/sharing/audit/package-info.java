/**
 * Questions that information governance asks of the sharing log: searches, who got something about a person, who looked
 * at cases, counts and samples. Answers hold references, accounts and names of fields, never a person's data. Start at
 * {@link org.earlyhelp.hub.sharing.audit.LogSearch}.
 */
@org.springframework.modulith.NamedInterface("audit")
package org.earlyhelp.hub.sharing.audit;
