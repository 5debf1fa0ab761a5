/**
 * The manager's pages of rules: what a proposal would change, its way into force by two people, and every set that ever
 * was. Start at {@link org.earlyhelp.hub.web.rules.ProposalPage}. Shows family references and nothing of a person.
 */
package org.earlyhelp.hub.web.rules;
