/**
 * The settings of contract section 1: each one declared value, read from the environment over {@code application.yaml},
 * all mistakes shown at once. Start at {@link org.earlyhelp.hub.embedded.settings.HubOption}.
 */
@org.springframework.modulith.NamedInterface("settings")
package org.earlyhelp.hub.embedded.settings;
