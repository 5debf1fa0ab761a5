/**
 * Reads folders of feed files through the layouts and agreements of this hub, for verbs that want what is said of people
 * without a running hub. Start at {@link org.earlyhelp.hub.cli.feeds.BoroughReader}.
 */
package org.earlyhelp.hub.cli.feeds;
