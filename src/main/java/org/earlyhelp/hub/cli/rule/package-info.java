/**
 * {@code ehub rule}: tries a folder of rules on the hub's own families. Start at
 * {@link org.earlyhelp.hub.cli.rule.RuleTryCommand}. Only reads; prints family references and no name.
 */
package org.earlyhelp.hub.cli.rule;
