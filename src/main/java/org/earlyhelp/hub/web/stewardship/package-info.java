/**
 * The data steward's pages: pairs of people the hub could not tell apart or together, side by side, and one person's
 * records. Whatever shows a person asks the disclosure desk first. Start at
 * {@link org.earlyhelp.hub.web.stewardship.PairPage}.
 */
package org.earlyhelp.hub.web.stewardship;
