package org.earlyhelp.hub.need;

import java.nio.file.Path;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.need.rules.Rules;

/** The rules the hub ships with, as the checkout has them. */
public final class ShippedRules {
    public static final Path FOLDER = Path.of("rules");
    private static final Rules RULES = read();

    private ShippedRules() {
    }

    public static Rules rules() {
        return RULES;
    }

    private static Rules read() {
        Checked<Rules> read = new RuleBook().load(FOLDER);
        return read.asOptional().orElseThrow(() -> new AssertionError("the shipped rules are faulty: " + read.faults()));
    }
}
