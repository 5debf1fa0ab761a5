/**
 * The front door's pages: the inbox and one alert. Every view is a disclosure, asked for first and logged before the
 * page leaves. Start at {@link org.earlyhelp.hub.web.casework.AlertAsk}.
 */
package org.earlyhelp.hub.web.casework;
