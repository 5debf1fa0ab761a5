package org.earlyhelp.hub.alert.message;

import org.earlyhelp.hub.sharing.DataClass;

/** Which class of data a need or harm test discloses. A code the hub does not ship is a safeguarding concern. */
final class NeedClasses {
    private static final String BY_POLICE_NOTICE = "/missing-children/";
    private static final String BY_INVOLVEMENT = "/open-involvements/";

    private NeedClasses() {
    }

    static DataClass of(String code, Iterable<String> evidence) {
        return switch (code) {
            case "MISSING", "EXPLOITATION_RISK", "MENTAL_HEALTH", "MISSING_HIGH", "STILL_MISSING", "HARM_ON_RETURN" -> DataClass.MISSING;
            case "SCHOOL_ABSENCE", "UNAUTHORISED_ABSENCE", "SUDDEN_ABSENCE", "OFF_ROLL" -> DataClass.EDUCATION;
            case "HEALTH_REVIEW_MISSED", "DEVELOPMENT_CONCERN", "UNBORN_CONCERN", "REVIEW_OVERDUE" -> DataClass.HEALTH;
            case "DOMESTIC_ABUSE" -> any(evidence, BY_POLICE_NOTICE) ? DataClass.MISSING : DataClass.DOMESTIC_ABUSE;
            case "DA_HIGH", "DA_MARAC" -> DataClass.DOMESTIC_ABUSE;
            case "KNOWN_STATUTORY" -> any(evidence, BY_INVOLVEMENT) ? DataClass.INVOLVEMENT : DataClass.SAFEGUARDING;
            default -> DataClass.SAFEGUARDING;
        };
    }

    private static boolean any(Iterable<String> evidence, String feed) {
        for (String ref : evidence) {
            if (ref.contains(feed)) {
                return true;
            }
        }
        return false;
    }
}
