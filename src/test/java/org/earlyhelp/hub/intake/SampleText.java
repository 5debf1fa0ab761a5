package org.earlyhelp.hub.intake;

/** Small made-up files in the layouts of the contract, for tests. */
public final class SampleText {
    public static final String ATTENDANCE_HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,"
            + "Address Line 1,Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    public static final String INVOLVEMENT_HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    public static final String UPN = "N999400122002";

    private SampleText() {
    }

    /** One pupil's day. */
    public static String attendance(String forename, String date, String am, String pm) {
        return attendance("", forename, date, am, pm);
    }

    public static String attendance(String upn, String forename, String date, String am, String pm) {
        return "9994001,999001," + upn + ",Okafor," + forename + ",,02/04/2012,M,7,4 Test Row,Avonford,ZZ99 3VZ,Okafor,Ada,01632 960001," + date + "," + am + "," + pm + "\n";
    }

    public static String involvement(String caseRef, String closed) {
        return caseRef + ",,,Okafor,Chidi,2012-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002,2026-09-01," + closed + "\n";
    }

    /** A missing notice on one line; {@code child} is the inside of the child's JSON object. */
    public static String notice(String ref, int version, String child) {
        return """
                {"noticeRef":"%s","version":%d,"kind":"INITIAL","force":"AVP","reportedAt":"2026-11-21T22:10:00Z","riskGrade":"MEDIUM","child":{%s}}
                """.formatted(ref, version, child);
    }

    public static String notice(String ref) {
        return notice(ref, 1, "\"surname\":\"Okafor\",\"forenames\":\"Chidi\",\"dateOfBirth\":\"2012-04-02\"");
    }

    /** A health message; {@code segments} follow the header. */
    public static String health(String controlId, String... segments) {
        return "MSH|^~\\&|HV|AVONFORD|HUB|AVONFORD|20261120093000||ADT^A31|" + controlId + "|P|2.4\rEVN|A31|20261120093000\r"
                + String.join("\r", segments) + "\r";
    }
}
