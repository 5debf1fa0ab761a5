package org.earlyhelp.hub.intake.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sign-ins that are not yet written, gathered by hour so that a flood of tries stays a few rows. Thread-safe. */
final class LoginNotes {
    /** So many different ones are gathered at a time; further ones of an account count under no address. */
    static final int GATHERED_LIMIT = 10_000;
    /** So many addresses of one account's hour are told apart; further ones count under no address. */
    static final int ADDRESSES_LIMIT = 200;
    private final Map<Key, Login> gathered = new HashMap<>();

    private record Key(String account, Instant hour, Login.Result result, String address, String fingerprint) {
    }

    synchronized void note(String account, Login.Result result, String address, String fingerprint, Instant at) {
        Key key = new Key(account, at.truncatedTo(ChronoUnit.HOURS), result, address, fingerprint);
        if (!gathered.containsKey(key) && (gathered.size() >= GATHERED_LIMIT || isCrowded(key))) {
            key = new Key(account, key.hour(), result, "", fingerprint);
        }
        gathered.merge(key, new Login(account, result, key.address(), fingerprint, 1, at, at), LoginNotes::together);
    }

    /** Takes what is gathered. */
    synchronized List<Login> take() {
        List<Login> all = new ArrayList<>(gathered.values());
        gathered.clear();
        return all;
    }

    /** Puts back what could not be written. */
    synchronized void putBack(List<Login> logins) {
        logins.forEach(login -> gathered.merge(new Key(login.account(), login.firstAt().truncatedTo(ChronoUnit.HOURS), login.result(), login.address(),
                login.fingerprint()), login, LoginNotes::together));
    }

    private boolean isCrowded(Key key) {
        return gathered.keySet().stream().filter(other -> other.account().equals(key.account())).limit(ADDRESSES_LIMIT).count() >= ADDRESSES_LIMIT;
    }

    private static Login together(Login one, Login other) {
        Instant first = one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt();
        Instant last = one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt();
        return new Login(one.account(), one.result(), one.address(), one.fingerprint(), one.times() + other.times(), first, last);
    }
}
