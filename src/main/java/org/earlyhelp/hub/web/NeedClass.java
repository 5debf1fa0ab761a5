package org.earlyhelp.hub.web;

import java.util.List;
import org.earlyhelp.hub.sharing.DataClass;

/** In which class of data an agreement speaks of a need or harm test, and under what name the log lists it. */
public final class NeedClass {
    private NeedClass() {
    }

    /** A code that the shipped rules do not know is a safeguarding concern. */
    public static DataClass of(String code, List<String> evidence) {
        return switch (code) {
            case "MISSING", "EXPLOITATION_RISK", "MENTAL_HEALTH", "MISSING_HIGH", "STILL_MISSING", "HARM_ON_RETURN" -> DataClass.MISSING;
            case "SCHOOL_ABSENCE", "UNAUTHORISED_ABSENCE", "SUDDEN_ABSENCE", "OFF_ROLL" -> DataClass.EDUCATION;
            case "HEALTH_REVIEW_MISSED", "DEVELOPMENT_CONCERN", "UNBORN_CONCERN", "REVIEW_OVERDUE" -> DataClass.HEALTH;
            case "DOMESTIC_ABUSE", "DA_HIGH", "DA_MARAC" -> DataClass.DOMESTIC_ABUSE;
            case "KNOWN_STATUTORY" -> evidence.stream().anyMatch(ref -> ref.contains("/open-involvements/")) ? DataClass.INVOLVEMENT : DataClass.SAFEGUARDING;
            default -> DataClass.SAFEGUARDING;
        };
    }

    /** The name of the field that a need or harm test is. */
    public static String fieldOf(String code) {
        return "needs." + code;
    }
}
