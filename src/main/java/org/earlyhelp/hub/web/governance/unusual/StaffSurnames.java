package org.earlyhelp.hub.web.governance.unusual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.web.governance.unusual.storage.UnusualStore;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The words by which an account's surname is recognised: those of the family name that the sign-in service states, and
 * those of the account's own name, which in most councils holds it.
 */
@Component
class StaffSurnames {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int WORD_AT_LEAST_CHARACTERS = 2;

    private final UnusualStore store;
    private final HubClock clock;

    StaffSurnames(UnusualStore store, HubClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Remembers the family name at each sign-in by the sign-in service. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        if (who.getPrincipal() instanceof OidcUser user && user.getFamilyName() != null) {
            store.rememberSurname(who.getName(), words(user.getFamilyName()), clock.now());
        }
    }

    /** In small letters. */
    List<String> of(String account) {
        return Stream.concat(store.surname(account).stream(), words(account.split("@", 2)[0]).stream()).distinct().toList();
    }

    static List<String> words(String name) {
        return Arrays.stream(NO_LETTERS.split(name.toLowerCase(Locale.UK))).filter(word -> word.length() >= WORD_AT_LEAST_CHARACTERS).toList();
    }
}
