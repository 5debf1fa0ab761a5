package org.earlyhelp.hub.web.governance.sampling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.governance.sampling.Sample.Drawn;
import org.earlyhelp.hub.web.governance.sampling.Sample.Judgement;
import org.earlyhelp.hub.web.governance.sampling.Sample.Verdict;

/** One entry of a sample in a list; {@code note}, {@code by} are empty while nobody has judged it. */
record SampleLine(int place, String entry, String verdict, String note, String by) {
    static SampleLine of(Drawn drawn) {
        return drawn.judgement().map(judgement -> new SampleLine(drawn.place(), drawn.entry(), words(judgement.verdict()), judgement.note(),
                judgement.by() + ", " + PlainTime.of(judgement.at()))).orElseGet(() -> new SampleLine(drawn.place(), drawn.entry(), "Not judged yet", "", ""));
    }

    static String words(Judgement judgement) {
        return words(judgement.verdict()) + ", by " + judgement.by() + ", " + PlainTime.of(judgement.at()) + (judgement.note().isEmpty() ? "" : ": " + judgement.note());
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case JUSTIFIED -> "Justified";
            case NOT_JUSTIFIED -> "Not justified";
            case QUERY -> "Query";
        };
    }

    /** How many entries were found what, in words. */
    static Map<String, Long> counts(Sample sample) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(words(verdict), sample.found(verdict));
        }
        counts.put("Not judged yet", sample.entries().stream().filter(one -> one.judgements().isEmpty()).count());
        return counts;
    }
}
