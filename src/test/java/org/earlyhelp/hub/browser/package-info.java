/**
 * The pages in a real browser, Debian's Chromium, on the sample borough. Compiled and run only where it is installed
 * (profile {@code browser}); start at {@link org.earlyhelp.hub.browser.FrontDoorWalkTests}.
 */
package org.earlyhelp.hub.browser;
