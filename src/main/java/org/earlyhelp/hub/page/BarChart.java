package org.earlyhelp.hub.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Horizontal bars of shares, drawn on the server as SVG by {@code page/charts}. A table beside it must say the same.
 *
 * @param title what is shown, for those who do not see it
 */
public record BarChart(String title, List<Bar> bars) {
    private static final int ROW = 30;
    private static final int LEFT = 260;
    private static final int FULL_LENGTH = 400;
    private static final int GAP = 8;

    /** One bar; {@code share} from 0 to 1, {@code value} as it is written at its end. */
    public record Bar(String label, double share, String value, int top) {
        public Bar {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is 0 to 1, not " + share);
            }
        }

        /** Where the bar begins, right of its label, in units of the drawing. */
        public int left() {
            return LEFT;
        }

        /** In units of the drawing; 0 for a share of nothing. */
        public long width() {
            return Math.round(share * FULL_LENGTH);
        }

        /** Where the value stands. */
        public long end() {
            return LEFT + width() + GAP;
        }
    }

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** Bars one below the other; the lists are of one length. */
    public static BarChart of(String title, List<String> labels, List<Double> shares, List<String> values) {
        return new BarChart(title, IntStream.range(0, labels.size()).mapToObj(i -> new Bar(labels.get(i), shares.get(i), values.get(i), i * ROW)).toList());
    }

    /** Of the drawing, in its units. */
    public int height() {
        return bars.size() * ROW;
    }
}
