package org.earlyhelp.hub.need.rules;

import java.util.Map;

/** The borough's localities by the beginnings of their postcodes; the longest beginning that fits wins. */
public record Localities(Map<String, String> byPostcodeStart) {
    public static final String WITHHELD = "withheld";
    public static final String UNKNOWN = "unknown";
    public static final String OUT_OF_AREA = "out-of-area";

    public Localities {
        byPostcodeStart = Map.copyOf(byPostcodeStart);
    }

    /** The locality of a postcode, {@link #UNKNOWN} for null, {@link #OUT_OF_AREA} when no beginning fits. */
    public String of(String postcode) {
        if (postcode == null) {
            return UNKNOWN;
        }
        for (int length = postcode.length(); length > 0; length--) {
            String locality = byPostcodeStart.get(postcode.substring(0, length));
            if (locality != null) {
                return locality;
            }
        }
        return OUT_OF_AREA;
    }
}
