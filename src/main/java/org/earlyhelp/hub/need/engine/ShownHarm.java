package org.earlyhelp.hub.need.engine;

import java.util.List;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.rules.HarmRule;

/** A harm test that holds for one person by one case. {@code key} makes it new evidence once. */
record ShownHarm(HarmRule rule, Member person, String fact, Sign sign, List<String> evidence, String key) {
    /** How the keys of that rule's cases begin. */
    static String keys(String rule) {
        return "HARM:" + rule + ":";
    }

    HarmTest asHarmTest() {
        return new HarmTest(rule.id(), fact, sign.on(), person.ref(), sign.record().agency(), evidence);
    }
}
