/**
 * The declared language of {@code rules/}: what a manager may say, as values, and the reading of it with all faults at
 * once. Start at {@link org.earlyhelp.hub.need.rules.Rules}. Pure: knows what a rule says, not how it is reckoned. Other
 * rooms reach it through {@link org.earlyhelp.hub.need.RuleBook}.
 */
@org.springframework.modulith.NamedInterface("rules")
package org.earlyhelp.hub.need.rules;
