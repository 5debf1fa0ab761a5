/**
 * Pages of figures: localities, rules and measures. No page here shows a person: it reads counts only, and what is 1 to 4
 * is concealed by {@link org.earlyhelp.hub.web.counts.CountTable} before it comes near a template.
 */
package org.earlyhelp.hub.web.measures;
