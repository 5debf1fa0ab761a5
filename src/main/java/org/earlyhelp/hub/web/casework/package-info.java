/**
 * The front door's pages: inbox, Monday, look-up, an alert with its answers, a family and its people. Every view is a
 * disclosure, asked for first and logged before the page leaves. Start at {@link org.earlyhelp.hub.web.casework.AlertAsk}.
 */
package org.earlyhelp.hub.web.casework;
