package org.earlyhelp.hub.need.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.Sentences;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;

/** Tries the tests of significant harm on one person's history. One instance an assessment. */
final class HarmTests {
    private final Moment moment;
    private final Doubts doubts;

    HarmTests(Moment moment, Doubts doubts) {
        this.moment = moment;
        this.doubts = doubts;
    }

    /** Every case by which the test holds for the person. */
    List<ShownHarm> test(HarmRule rule, PersonHistory history) {
        HarmRule.Condition condition = rule.condition();
        if (condition instanceof HarmRule.KnownStatutory known) {
            return knownStatutory(rule, known, history);
        }
        if (!history.person().child()) {
            return List.of();
        }
        boolean ofEpisodes = !(condition instanceof HarmRule.GravestAbuse);
        if (history.hasUndated(ofEpisodes ? MissingReport.class : DomesticAbuseReferral.class)) {
            doubts.undecided(rule.id(), "a fact it looks at has no date");
        }
        if (condition instanceof HarmRule.GradedEpisode graded) {
            return graded(rule, graded, history);
        }
        if (condition instanceof HarmRule.StillMissing still) {
            return stillMissing(rule, still, history);
        }
        if (condition instanceof HarmRule.GravestAbuse abuse) {
            return abuse(rule, abuse, history);
        }
        return harmOnReturn(rule, (HarmRule.HarmOnReturn) condition, history);
    }

    private List<ShownHarm> graded(HarmRule rule, HarmRule.GradedEpisode condition, PersonHistory history) {
        List<ShownHarm> shown = new ArrayList<>();
        for (Episode episode : history.episodes()) {
            if (episode.grade() != null && !condition.grades().contains(episode.grade())) {
                continue;
            }
            boolean counts = episode.returnedAt() == null
                    || moment.isWithin(London.dateOf(episode.returnedAt()), condition.returnedWithinDays());
            if (counts && episode.grade() == null) {
                doubts.undecided(rule.id(), "a missing notice gives no risk grade");
            } else if (counts) {
                shown.add(shown(rule, history, episode.sign(), episode.source().key(), Map.of()));
            }
        }
        return shown;
    }

    private List<ShownHarm> stillMissing(HarmRule rule, HarmRule.StillMissing condition, PersonHistory history) {
        List<ShownHarm> shown = new ArrayList<>();
        for (Episode episode : history.episodes()) {
            boolean young = history.person().isYoungerThan(condition.underAge(), episode.on());
            int hours = young ? condition.youngHours() : condition.hours();
            Instant limit = episode.reportedAt().plus(Duration.ofHours(hours));
            if (episode.returnedAt() != null) {
                continue;
            }
            moment.changesAt(limit);
            if (!moment.now().isBefore(limit)) {
                shown.add(shown(rule, history, episode.sign(), episode.source().key(), Map.of("hours", hours)));
            }
        }
        return shown;
    }

    private List<ShownHarm> abuse(HarmRule rule, HarmRule.GravestAbuse condition, PersonHistory history) {
        List<ShownHarm> shown = new ArrayList<>();
        for (AbuseEvent event : history.abuse()) {
            DomesticAbuseReferral.Grade grade = event.referral().tool() == null ? null : event.referral().tool().grade();
            boolean grave = condition.marac() && event.referral().maracReferred() || grade != null && condition.grades().contains(grade);
            boolean ungraded = grade == null && !condition.grades().isEmpty();
            if (!grave && !ungraded || !moment.isWithin(event.on(), condition.withinDays())) {
                continue;
            }
            if (grave) {
                shown.add(shown(rule, history, event.sign(), event.source().key(), Map.of()));
            } else {
                doubts.undecided(rule.id(), "a domestic-abuse referral gives no grade");
            }
        }
        return shown;
    }

    private List<ShownHarm> harmOnReturn(HarmRule rule, HarmRule.HarmOnReturn condition, PersonHistory history) {
        List<ShownHarm> shown = new ArrayList<>();
        for (Episode episode : history.episodes()) {
            Instant at = episode.returnedAt() == null ? episode.reportedAt() : episode.returnedAt();
            if (episode.harmSuffered() && moment.isWithin(London.dateOf(at), condition.withinDays())) {
                Sign sign = new Sign(episode.source().highest(), London.dateOf(at), at, null);
                shown.add(shown(rule, history, sign, episode.source().key(), Map.of()));
            }
        }
        return shown;
    }

    private List<ShownHarm> knownStatutory(HarmRule rule, HarmRule.KnownStatutory condition, PersonHistory history) {
        List<ShownHarm> shown = new ArrayList<>();
        for (SourceCase source : history.involvements()) {
            Involvement involvement = (Involvement) source.highest().fact();
            LocalDate opened = involvement.opened() == null ? moment.today() : involvement.opened();
            boolean counts = involvement.level() != null && involvement.level() >= condition.involvementLevel()
                    && involvement.isOpenOn(moment.today()) && history.person().isChildOn(opened);
            if (counts) {
                changesWith(involvement, history.person());
                shown.add(shown(rule, history, NeedTests.dated(source.highest(), opened), source.key(), Map.of()));
            }
        }
        for (String code : condition.codes().stream().sorted().toList()) {
            List<HealthHistory.Observed> run = history.health().standing(code).stream()
                    .filter(observed -> observed.concernsAChild(history.person(), moment)).toList();
            if (!run.isEmpty()) {
                Sign newest = run.get(run.size() - 1).sign(null);
                shown.add(shown(rule, history, newest, code + ":" + run.get(0).record().ref(), Map.of()));
            }
        }
        return shown;
    }

    /** It ends when it is closed and, where nothing says when it was opened, when the person is no child any more. */
    private void changesWith(Involvement involvement, Member person) {
        if (involvement.closed() != null) {
            moment.changesOn(involvement.closed());
        }
        if (involvement.opened() == null) {
            person.turnsAdultOn().ifPresent(moment::changesOn);
        }
    }

    private static ShownHarm shown(HarmRule rule, PersonHistory history, Sign sign, String caseKey, Map<String, ?> places) {
        return new ShownHarm(rule, history.person(), Sentences.fill(rule.sentence(), places), sign, List.of(sign.record().evidence()),
                ShownHarm.keys(rule.id()) + caseKey);
    }
}
