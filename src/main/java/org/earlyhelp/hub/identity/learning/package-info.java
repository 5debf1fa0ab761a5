/**
 * All that is said of people, read for learning weights and for nothing else. Start at
 * {@link org.earlyhelp.hub.identity.learning.KeptDescriptions}. Changes nothing, knows no person's reference.
 */
@org.springframework.modulith.NamedInterface("learning")
package org.earlyhelp.hub.identity.learning;
