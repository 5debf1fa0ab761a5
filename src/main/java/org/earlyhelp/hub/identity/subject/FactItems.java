package org.earlyhelp.hub.identity.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;

/** What the fact of a record says, item by item. Each kind of fact has its cautions; marks of schools are items of their own. */
final class FactItems {
    private final List<FactItem> items = new ArrayList<>();

    private FactItems() {
    }

    /** One item; {@code id} is unique in the record. */
    record FactItem(String id, String field, String label, String value, LocalDate on, DataClass dataClass, Set<Caution> cautions) {
    }

    static List<FactItem> of(SubjectRecord record) {
        FactItems made = new FactItems();
        LocalDate day = London.dateOf(record.observedAt());
        if (record.fact() instanceof MissingReport report) {
            made.missing(report);
        } else if (record.fact() instanceof AttendanceDay school) {
            made.school(school, day);
        } else if (record.fact() instanceof HealthFindings health) {
            made.health(health);
        } else if (record.fact() instanceof DomesticAbuseReferral referral) {
            made.abuse(referral);
        } else if (record.fact() instanceof Involvement involvement) {
            made.involvement(involvement);
        } else if (record.fact() instanceof Concern concern) {
            made.add("concern", "concern", "A concern", concern.code() + ", " + plain(concern.status()), concern.date(), DataClass.SAFEGUARDING, Caution.SOCIAL_WORK);
        }
        return made.items;
    }

    private void missing(MissingReport report) {
        LocalDate day = London.dateOf(report.reportedAt());
        String from = report.missingFrom() == null ? "" : " from " + plain(report.missingFrom());
        String grade = report.riskGrade() == null ? "" : ", graded " + plain(report.riskGrade());
        add("report", "missingReport", "Report of a missing child", "Reported missing" + from + " on " + PlainTime.of(report.reportedAt()) + grade, day, DataClass.MISSING);
        add("lastSeen", "lastSeenAt", "Last seen", moment(report.lastSeenAt()), day, DataClass.MISSING);
        add("returned", "returnedAt", "Came back", moment(report.returnedAt()), day, DataClass.MISSING);
        add("harm", "harmSuffered", "Harm suffered while missing", report.harmSuffered() == null ? null : report.harmSuffered() ? "yes" : "no", day, DataClass.MISSING, Caution.CHILD_ABUSE);
        add("force", "force", "Police force", report.force(), day, DataClass.MISSING, Caution.PLACE, Caution.SHARED_PLACE);
        if (report.riskFlags() != null) {
            report.riskFlags().stream().sorted().forEach(flag -> add("flag/" + flag, "riskFlag", "A risk named by the police", plain(flag), day,
                    flag == MissingReport.RiskFlag.DOMESTIC_ABUSE ? DataClass.DOMESTIC_ABUSE : DataClass.MISSING,
                    flag == MissingReport.RiskFlag.DOMESTIC_ABUSE ? Caution.DOMESTIC_ABUSE : Caution.CRIME));
        }
    }

    private void school(AttendanceDay school, LocalDate day) {
        add("urn", "urn", "School number", school.urn(), day, DataClass.EDUCATION, Caution.PLACE, Caution.SHARED_PLACE);
        add("year", "yearGroup", "School year", school.yearGroup(), day, DataClass.EDUCATION, Caution.PLACE);
    }

    private void health(HealthFindings health) {
        for (int i = 0; i < health.findings().size(); i++) {
            HealthFindings.Finding finding = health.findings().get(i);
            String value = finding.code() + ": " + finding.value() + (finding.belowCutOff() ? ", below cut-off" : "") + (finding.deleted() ? ", taken back" : "");
            Caution[] cautions = finding.kind() == HealthFindings.Kind.CODE ? new Caution[] {Caution.HEALTH, Caution.CHILD_ABUSE} : new Caution[] {Caution.HEALTH};
            add("finding/" + i, "healthFinding", "Health visiting", value, London.dateOf(finding.observedAt()), DataClass.HEALTH, cautions);
        }
    }

    private void abuse(DomesticAbuseReferral referral) {
        LocalDate day = London.dateOf(referral.occurredAt());
        add("referral", "abuseReferral", "Domestic-abuse referral", "About " + PlainTime.of(referral.occurredAt()) + (referral.maracReferred() ? ", referred to a MARAC" : ""), day,
                DataClass.DOMESTIC_ABUSE);
        if (referral.tool() != null) {
            add("grade", "abuseGrade", "Risk assessment", plain(referral.tool().grade()), day, DataClass.DOMESTIC_ABUSE);
            add("judgedBy", "judgedBy", "Assessed by", referral.tool().judgedBy(), day, DataClass.STAFF, Caution.STAFF);
        }
        if (referral.safeContact() != null) {
            add("safeContact", "safeContact", "Safe contact", plain(referral.safeContact().answer()), day, DataClass.DOMESTIC_ABUSE);
            add("safeContactHow", "safeContactHow", "How contact is safe", referral.safeContact().how(), day, DataClass.CONTACT, Caution.PLACE, Caution.SHARED_PLACE);
        }
        add("perpetratorIsTo", "perpetratorIsTo", "What the alleged person is to the victim", referral.perpetratorIsTo(), day, DataClass.ALLEGATION, Caution.ALLEGATION, Caution.OTHER_PERSON);
    }

    private void involvement(Involvement involvement) {
        String until = involvement.closed() == null ? ", open" : " until " + PlainTime.of(involvement.closed());
        add("service", "service", "A service that works with you", involvement.service() + (involvement.level() == null ? "" : ", level " + involvement.level())
                + ", since " + PlainTime.of(involvement.opened()) + until, involvement.opened(), DataClass.INVOLVEMENT, Caution.SOCIAL_WORK);
        add("worker", "leadWorker", "Lead worker", involvement.leadWorker(), involvement.opened(), DataClass.STAFF, Caution.STAFF, Caution.SOCIAL_WORK);
    }

    private void add(String id, String field, String label, String value, LocalDate on, DataClass dataClass, Caution... cautions) {
        Set<Caution> all = EnumSet.noneOf(Caution.class);
        all.addAll(List.of(cautions));
        items.add(new FactItem("fact/" + id, field, label, value, on, dataClass, all));
    }

    private static String moment(Instant at) {
        return at == null ? null : PlainTime.of(at);
    }

    private static String plain(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
