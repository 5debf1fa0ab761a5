package org.earlyhelp.hub.embedded.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may enter the broker, and what each may do there, by the exact name of a queue. Who is not listed does not get in;
 * what is not listed is refused.
 */
record BrokerAccounts(Map<String, Account> byName) {
    /** The hub itself. */
    static final String HUB = "hub";
    /** The front door's case system. */
    static final String CASE_SYSTEM = "case-system";

    /** {@code everything} is the hub's own account; else only the named queues. */
    record Account(String password, boolean everything, Set<String> reads, Set<String> writes) {
        boolean mayRead(String queue) {
            return everything || reads.contains(queue);
        }

        boolean mayWrite(String queue) {
            return everything || writes.contains(queue);
        }

        private boolean hasPassword(String given) {
            return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Account hub(String password) {
        return new Account(password, true, Set.of(), Set.of());
    }

    static Account caseSystem(String password) {
        return new Account(password, false, Set.of(HubQueues.EARLY_HELP, HubQueues.FIRST_CONTACT, HubQueues.IDENTITY_CHANGED), Set.of(HubQueues.DECISIONS));
    }

    /** The account, when name and password are right. */
    Optional<Account> enter(String name, String password) {
        return Optional.ofNullable(name).map(byName::get).filter(account -> account.hasPassword(password == null ? "" : password));
    }
}
