package org.earlyhelp.hub.linkage.compare;

import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one comparison of two prepared values costs, beside commons-text's Jaro-Winkler alone on the same values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComparisonBenchmark {
    private static final String[] NAMES = {"Katherine", "Kathryn", "William", "Bill", "Smith-Jones", "Jones", "Mohammed", "Muhammad", "Wyldangor", "Wyldagnor"};
    private static final String[] DATES = {"20190402", "20190204", "20110517", "20110511", "19840917", "19850201", "20190230", "20000101", "19991231", "20190428"};
    private static final String[] LINES = {"12 High Street", "Flat 2 12 High Street", "7 Zedka Lane", "70 Zedka Lane", "1 The Green", "The Old Mill Green Road",
        "99 Station Approach", "99 Station Aproach", "4 Pelbaren Close", "14 Pelbaren Court"};
    private static final int PAIRS = 100;

    private final Form[] names = forms(NAMES);
    private final Form[] dates = forms(DATES);
    private final Form[] lines = forms(LINES);
    private final JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();

    private static Form[] forms(String[] texts) {
        return java.util.Arrays.stream(texts).map(Form::of).toArray(Form[]::new);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void forenames(Blackhole hole) {
        compare(NameComparison.FORENAME, names, hole);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void namesByJaroWinklerAlone(Blackhole hole) {
        jaroWinkler(names, hole);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void datesOfBirth(Blackhole hole) {
        compare(BirthComparison.BIRTH, dates, hole);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void datesByJaroWinklerAlone(Blackhole hole) {
        jaroWinkler(dates, hole);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void firstLines(Blackhole hole) {
        compare(LineComparison.LINE, lines, hole);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public void linesByJaroWinklerAlone(Blackhole hole) {
        jaroWinkler(lines, hole);
    }

    private static void compare(FieldComparison comparison, Form[] forms, Blackhole hole) {
        for (Form one : forms) {
            for (Form other : forms) {
                hole.consume(comparison.level(one, other));
            }
        }
    }

    private void jaroWinkler(Form[] forms, Blackhole hole) {
        for (Form one : forms) {
            for (Form other : forms) {
                hole.consume(jaroWinkler.apply(one.joined(), other.joined()));
            }
        }
    }
}
