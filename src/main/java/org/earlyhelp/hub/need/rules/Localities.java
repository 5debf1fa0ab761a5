package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Map;

/**
 * The borough's localities by the beginnings of their postcodes; the longest beginning that fits wins.
 *
 * @param areas the localities in the order of the file
 */
public record Localities(Map<String, String> byPostcodeStart, List<Area> areas) {
    /** In the place of a locality that would give away a hidden place. */
    public static final String WITHHELD = "withheld";
    /** Where no postcode is known. */
    public static final String UNKNOWN = "unknown";
    /** Where the postcode is in none of the localities. */
    public static final String OUT_OF_AREA = "out-of-area";

    /** One locality; {@code children} is how many live there, for rates, or null when the file does not say. */
    public record Area(String id, String title, Integer children) {
    }

    public Localities {
        byPostcodeStart = Map.copyOf(byPostcodeStart);
        areas = List.copyOf(areas);
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
