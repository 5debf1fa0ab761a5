/**
 * Who lives with whom: families out of what records say of addresses and carers, and what is newest about a person.
 * Start at {@link org.earlyhelp.hub.identity.household.FamilyComposer}. Pure: knows no storage and no clock.
 */
@org.springframework.modulith.NamedInterface("household")
package org.earlyhelp.hub.identity.household;
