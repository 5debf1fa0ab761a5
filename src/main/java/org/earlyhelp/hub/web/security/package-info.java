/**
 * Sign-in, roles, sessions and headers: who may open what. Start at
 * {@link org.earlyhelp.hub.web.security.SecurityConfiguration}. Knows paths and roles, nothing of what pages show.
 */
package org.earlyhelp.hub.web.security;
