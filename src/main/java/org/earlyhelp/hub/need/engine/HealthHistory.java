package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.HealthFindings.Finding;
import org.earlyhelp.hub.person.HealthFindings.Kind;

/** What health messages observed of one child, oldest first; within one instant, in the order of messages. */
final class HealthHistory {
    /**
     * SNOMED CT codes that stand on a mother's record and speak of her unborn child: it is cause for safeguarding concern; it
     * is subject to a child protection plan.
     */
    private static final Set<String> OF_THE_UNBORN = Set.of("878111000000109", "818901000000100");
    /** So long after it was recorded a code of an unborn child can speak of that pregnancy. */
    private static final int PREGNANCY_DAYS = 300;

    /** A finding and the message that holds it. */
    record Observed(HeldRecord record, Finding finding) {
        /** Whether it is about somebody under 18 then, or about the unborn child of whoever's record it stands on. */
        boolean concernsAChild(Member person, Moment moment) {
            return person.child() && person.isChildOn(on()) || OF_THE_UNBORN.contains(finding.code()) && moment.isWithin(on(), PREGNANCY_DAYS);
        }

        Instant at() {
            return finding.observedAt() == null ? record.observedAt() : finding.observedAt();
        }

        LocalDate on() {
            return London.dateOf(at());
        }

        /** The observation as evidence, news once under the key; a null key is never news. */
        Sign sign(String key) {
            return new Sign(record, on(), at(), key);
        }
    }

    private final List<Observed> observed;

    private HealthHistory(List<Observed> observed) {
        this.observed = observed;
    }

    static HealthHistory of(Collection<HeldRecord> records) {
        List<Observed> observed = new ArrayList<>();
        for (HeldRecord record : records) {
            ((HealthFindings) record.fact()).findings().forEach(finding -> observed.add(new Observed(record, finding)));
        }
        observed.sort(Comparator.comparing(Observed::at)
                .thenComparing(one -> one.record().observedAt()).thenComparing(one -> one.record().id()));
        return new HealthHistory(observed);
    }

    /** Reviews or results that were not withdrawn, by their code. */
    Map<String, List<Observed>> standing(Kind kind) {
        Map<String, List<Observed>> byCode = new LinkedHashMap<>();
        for (Observed one : observed) {
            if (one.finding().kind() != kind) {
                continue;
            }
            List<Observed> same = byCode.computeIfAbsent(one.finding().code(), none -> new ArrayList<>());
            if (one.finding().deleted()) {
                same.removeIf(earlier -> earlier.on().equals(one.on()));
            } else {
                same.add(one);
            }
        }
        return byCode;
    }

    /** All observations of the code that say Y since it stands (neither N nor withdrawn after); empty when it does not. */
    List<Observed> standing(String code) {
        List<Observed> run = new ArrayList<>();
        for (Observed one : observed) {
            if (one.finding().kind() == Kind.CODE && one.finding().code().equals(code)) {
                if (one.finding().deleted() || !"Y".equals(one.finding().value())) {
                    run.clear();
                } else {
                    run.add(one);
                }
            }
        }
        return run;
    }

    List<Observed> all() {
        return observed;
    }
}
