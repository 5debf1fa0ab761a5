/**
 * Learned weights in the hub: how two descriptions compare level by level, what that weighs, and what follows from it
 * for a mention and a known person. Start at {@link org.earlyhelp.hub.linkage.learned.LearnedModel}. The fixed rules
 * come first; weights decide what the rules leave open.
 */
@org.springframework.modulith.NamedInterface("learned")
package org.earlyhelp.hub.linkage.learned;
