package org.earlyhelp.hub.web.account;

import org.earlyhelp.hub.intake.account.Login;
import org.earlyhelp.hub.page.PlainTime;

/** Sign-ins of one hour, in words. */
record LoginLine(String when, String address, String result, long times, String fingerprint) {
    static LoginLine of(Login login) {
        return new LoginLine(PlainTime.of(login.lastAt()), login.address().isEmpty() ? "many addresses" : login.address(), words(login.result()), login.times(),
                login.fingerprint().isEmpty() ? "–" : login.fingerprint());
    }

    private static String words(Login.Result result) {
        return switch (result) {
            case SIGNED_IN -> "signed in";
            case WRONG_KEY -> "refused: no key of this account";
            case WRONG_ADDRESS -> "refused: address not agreed";
            case LOCKED_OUT -> "refused: locked out";
        };
    }
}
