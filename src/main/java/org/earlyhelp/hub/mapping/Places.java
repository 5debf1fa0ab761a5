package org.earlyhelp.hub.mapping;

import java.util.Map;

/** The places of the hub's model that a mapping can fill, and what a reader calls them. */
final class Places {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("localRef", "the sender's reference of the person"), Map.entry("surname", "surname"),
            Map.entry("forenames", "forenames"), Map.entry("knownAs", "name in use"), Map.entry("dateOfBirth", "date of birth"),
            Map.entry("ageYears", "age"), Map.entry("sex", "sex"), Map.entry("ethnicity", "ethnicity"),
            Map.entry("nhsNumber", "NHS number"), Map.entry("nhsNumberUnverified", "state of the NHS number"), Map.entry("upn", "UPN"),
            Map.entry("phone", "telephone number"), Map.entry("email", "e-mail address"), Map.entry("line1", "first line of the address"),
            Map.entry("line2", "second line of the address"), Map.entry("town", "town"), Map.entry("postcode", "postcode"),
            Map.entry("uprn", "UPRN"), Map.entry("disclosure", "whether the address may be known"),
            Map.entry("multipleBirth", "twin or more"), Map.entry("birthOrder", "order of birth"),
            Map.entry("identityUnknown", "identity unknown"), Map.entry("deceased", "death"), Map.entry("expectedDate", "expected date"),
            Map.entry("mothersIdentifier", "mother's number"), Map.entry("relationship", "relationship"), Map.entry("exposure", "exposure"),
            Map.entry("kind", "kind of notice"), Map.entry("force", "police force"), Map.entry("reportedAt", "time of the report"),
            Map.entry("lastSeenAt", "time last seen"), Map.entry("missingFrom", "place missing from"), Map.entry("riskGrade", "risk grade"),
            Map.entry("riskFlags", "risk flag"), Map.entry("returnedAt", "time of return"), Map.entry("harmSuffered", "harm suffered"),
            Map.entry("laestab", "LAESTAB"), Map.entry("urn", "school URN"), Map.entry("yearGroup", "year group"), Map.entry("date", "date"),
            Map.entry("am", "morning mark"), Map.entry("pm", "afternoon mark"), Map.entry("source", "source of the referral"),
            Map.entry("occurredAt", "time of the incident"), Map.entry("toolName", "assessment tool"),
            Map.entry("toolVersion", "version of the assessment tool"), Map.entry("toolTicks", "ticks of the assessment"),
            Map.entry("toolGrade", "grade of the assessment"), Map.entry("judgedBy", "who judged"), Map.entry("maracReferred", "MARAC referral"),
            Map.entry("safeAnswer", "safe to contact"), Map.entry("safeHow", "safe way of contact"), Map.entry("safeWhen", "safe time of contact"),
            Map.entry("perpetratorIsTo", "relationship to the victim"), Map.entry("service", "service"), Map.entry("level", "level"),
            Map.entry("leadWorker", "lead worker"), Map.entry("leadWorkerContact", "contact of the lead worker"),
            Map.entry("opened", "date opened"), Map.entry("closed", "date closed"), Map.entry("code", "code"), Map.entry("grade", "grade"),
            Map.entry("status", "status"), Map.entry("value", "value"), Map.entry("belowCutOff", "below cut-off"),
            Map.entry("deleted", "withdrawn"), Map.entry("observedAt", "time of observation"), Map.entry("version", "version"),
            Map.entry("reference", "reference"), Map.entry("circumstances", "circumstances"), Map.entry("narrative", "narrative"));

    private Places() {
    }

    /** The place in plain words, such as "date of birth". */
    static String labelOf(String place) {
        return LABELS.getOrDefault(place, place);
    }
}
