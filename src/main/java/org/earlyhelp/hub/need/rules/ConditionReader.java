package org.earlyhelp.hub.need.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.rules.NeedCondition.Join;
import org.earlyhelp.hub.need.rules.NeedCondition.Repeat;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.MissingReport;
import tools.jackson.databind.JsonNode;

/** Reads {@code holds-when}; the schema has already seen to its form. Throws IllegalArgumentException for an unknown mark. */
final class ConditionReader {
    private ConditionReader() {
    }

    /** The condition of a need: of one kind of fact, with the rule's repeat, or a combination. */
    static NeedCondition need(JsonNode rule) {
        return condition(rule.path("holds-when"), repeat(rule));
    }

    /** The conditions that give grades, lowest first. */
    static List<NeedCondition.Graded> graded(JsonNode rule) {
        List<NeedCondition.Graded> graded = new ArrayList<>();
        rule.path("graded").forEach(one -> graded.add(new NeedCondition.Graded(one.path("grade").asString(),
                condition(one.path("holds-when"), Repeat.NONE))));
        return graded;
    }

    private static NeedCondition condition(JsonNode when, Repeat repeat) {
        for (Join join : Join.values()) {
            JsonNode parts = when.path(word(join));
            if (parts.isArray()) {
                List<NeedCondition> read = new ArrayList<>();
                parts.forEach(part -> read.add(condition(part, Repeat.NONE)));
                return new NeedCondition.Combined(join, read);
            }
        }
        NeedCondition fact = fact(when, repeat);
        return when.has("at-least") && !(fact instanceof NeedCondition.CodedSessions)
                ? new NeedCondition.Counted(when.path("at-least").asInt(), fact) : fact;
    }

    /** The name under which a combination's parts stand. */
    static String word(Join join) {
        return join.name().toLowerCase(Locale.ROOT);
    }

    private static NeedCondition fact(JsonNode when, Repeat repeat) {
        int days = when.path("within-days").asInt(0);
        return switch (when.path("fact").asString()) {
            case "missing-episode" -> new NeedCondition.MissingEpisode(days, flags(when.path("flags")), repeat);
            case "absence-share" -> new NeedCondition.AbsenceShare(when.path("missed-times").asInt(), when.path("possible-at-least").asInt(),
                    when.path("grade").asString(), when.path("graded-missed-times").asInt());
            case "coded-sessions" -> new NeedCondition.CodedSessions(set(when.path("codes"), ConditionReader::mark),
                    when.path("at-least").asInt(), when.path("school-weeks").asInt());
            case "health-review" -> new NeedCondition.HealthReview(texts(when.path("values")), texts(when.path("ended-by")), days);
            case "development-result" -> new NeedCondition.DevelopmentResult(days);
            case "standing-code" -> new NeedCondition.StandingCode(texts(when.path("codes")));
            case "domestic-abuse" -> new NeedCondition.DomesticAbuse(days, flags(when.path("episode-flags")), repeat);
            case "concern" -> new NeedCondition.ConcernStated(texts(when.path("codes")), days, List.copyOf(ordered(when.path("grades"))),
                    when.path("about").asString("children").equals("children and adults"));
            case "absence-run" -> new NeedCondition.AbsenceRun(when.path("sessions").asInt(), mark(when.path("stale-code").asString()),
                    when.path("stale-after-school-days").asInt());
            case "off-register" -> new NeedCondition.OffRegister(when.path("school-days").asInt());
            case "unborn-concern" -> new NeedCondition.UnbornConcern(texts(when.path("codes")), days);
            case "review-overdue" -> new NeedCondition.ReviewOverdue(days(when.path("due-by-days-of-age")), days);
            case "age" -> new NeedCondition.Age(when.path("from-years").asInt(0), when.path("under-years").asInt());
            default -> throw new IllegalStateException("the schema and the reader differ in the kinds of fact");
        };
    }

    static AlertRule.Condition alert(JsonNode when) {
        if (when.isString()) {
            return when.asString().equals("two-agencies") ? new AlertRule.TwoAgencies() : new AlertRule.StandsAlone();
        }
        for (Join join : Join.values()) {
            JsonNode parts = when.path(word(join));
            if (parts.isArray()) {
                List<AlertRule.Condition> read = new ArrayList<>();
                parts.forEach(part -> read.add(alert(part)));
                return new AlertRule.Combined(join, read);
            }
        }
        if (when.has("needs")) {
            return new AlertRule.HasNeed(texts(when.path("needs")), texts(when.path("grades")));
        }
        return when.has("groups-at-least") ? new AlertRule.Groups(when.path("groups-at-least").asInt())
                : new AlertRule.AtLevel(when.path("at-level").asInt());
    }

    static HarmRule.Condition harm(JsonNode when) {
        int days = when.path("within-days").asInt(0);
        return switch (when.path("fact").asString()) {
            case "graded-episode" -> new HarmRule.GradedEpisode(set(when.path("grades"), MissingReport.RiskGrade::valueOf),
                    when.path("returned-within-days").asInt());
            case "still-missing" -> new HarmRule.StillMissing(when.path("under-age").asInt(), when.path("young-hours").asInt(),
                    when.path("hours").asInt());
            case "gravest-abuse" -> new HarmRule.GravestAbuse(set(when.path("grades"), DomesticAbuseReferral.Grade::valueOf),
                    when.path("marac").asBoolean(false), days);
            case "harm-on-return" -> new HarmRule.HarmOnReturn(days);
            case "known-statutory" -> new HarmRule.KnownStatutory(when.path("involvement-level").asInt(), texts(when.path("codes")));
            default -> throw new IllegalStateException("the schema and the reader differ in the harm tests");
        };
    }

    /** The elements as text, in the order of the file. */
    static Collection<String> ordered(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString()));
        return values;
    }

    static Set<String> texts(JsonNode array) {
        return new LinkedHashSet<>(ordered(array));
    }

    private static <T> Set<T> set(JsonNode array, Function<String, T> read) {
        return ordered(array).stream().map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<MissingReport.RiskFlag> flags(JsonNode array) {
        return set(array, MissingReport.RiskFlag::valueOf);
    }

    private static Repeat repeat(JsonNode rule) {
        JsonNode repeat = rule.path("repeat");
        return repeat.isMissingNode() ? Repeat.NONE
                : new Repeat(repeat.path("grade").asString(), repeat.path("at-least").asInt(), repeat.path("within-days").asInt());
    }

    private static AttendanceCode mark(String code) {
        return AttendanceCode.of(code, AttendanceCode.CODES_OF_2024)
                .orElseThrow(() -> new IllegalArgumentException("\"" + code + "\" is no attendance code"));
    }

    private static Map<String, Integer> days(JsonNode byReview) {
        Map<String, Integer> days = new LinkedHashMap<>();
        byReview.properties().forEach(entry -> days.put(entry.getKey(), entry.getValue().asInt()));
        return Map.copyOf(days);
    }
}
