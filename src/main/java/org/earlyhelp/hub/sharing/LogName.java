package org.earlyhelp.hub.sharing;

import java.util.Locale;
import org.earlyhelp.hub.kernel.Ids;

/** How a log is called for ever: in every checkpoint and beside every signature. */
final class LogName {
    private static final int RANDOM_BYTES = 4;

    private LogName() {
    }

    /** A name that no other hub has: {@code early-help-hub/avonford/7f3a90c1}. */
    static String fresh(String borough) {
        String slug = borough.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return "early-help-hub/" + slug + "/" + java.util.HexFormat.of().formatHex(Ids.randomBytes(RANDOM_BYTES));
    }
}
