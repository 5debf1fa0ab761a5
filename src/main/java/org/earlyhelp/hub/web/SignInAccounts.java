package org.earlyhelp.hub.web;

import java.util.Map;

/** The accounts of a demonstration. There is no such bean in {@code ehub run}: sign-in is OpenID Connect there. */
@FunctionalInterface
public interface SignInAccounts {
    /** Passwords by account name. An account named like a role has that role; other names cannot sign in to pages. */
    Map<String, String> passwords();
}
