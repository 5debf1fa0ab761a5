/**
 * The layouts of feeds: what is in force, what waits for a second person, and trying a file out. A tried file is shown to whoever
 * uploaded it and kept nowhere.
 */
package org.earlyhelp.hub.web.layout;
