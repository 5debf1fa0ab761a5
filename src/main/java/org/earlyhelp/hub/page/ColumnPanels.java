package org.earlyhelp.hub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Small columns over time, a panel for each series and all on one scale, drawn on the server as SVG by {@code page/charts}.
 * No colour has to be told from another. A table beside it must say the same.
 *
 * @param title what is shown, for those who do not see it
 */
public record ColumnPanels(String title, List<Panel> panels) {
    private static final int PANELS_A_ROW = 2;
    private static final int PANEL_WIDTH = 384;
    private static final int PANEL_HEIGHT = 170;
    private static final int DRAWN_WIDTH = 360;
    private static final int TALLEST = 84;
    private static final int BASE = 140;
    private static final int COLUMN_GAP = 4;
    private static final String UNKNOWN = "–";

    /** What a panel shows: a value for each label, empty where there is none to show. */
    public record Series(String name, List<OptionalLong> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** One panel; {@code left} and {@code top} in units of the drawing. */
    public record Panel(String name, int left, int top, List<Column> columns) {
        public Panel {
            columns = List.copyOf(columns);
        }
    }

    /** One column with its label below and its value above; a dash and no column where the value is not shown. */
    public record Column(String label, String value, int left, int width, int height) {
        /** Where the column begins, from the top of its panel. */
        public int top() {
            return BASE - height;
        }

        /** Over which the value and under which the label is centred, from the left of its panel. */
        public int middle() {
            return left + width / 2;
        }
    }

    public ColumnPanels {
        panels = List.copyOf(panels);
    }

    /** A panel for each series; every series has a value for each of the labels. */
    public static ColumnPanels of(String title, List<String> labels, List<Series> series) {
        long largest = series.stream().flatMap(one -> one.values().stream()).flatMapToLong(OptionalLong::stream).max().orElse(0);
        List<Panel> panels = new ArrayList<>();
        for (Series one : series) {
            int place = panels.size();
            panels.add(new Panel(one.name(), place % PANELS_A_ROW * PANEL_WIDTH, place / PANELS_A_ROW * PANEL_HEIGHT, columns(labels, one, largest)));
        }
        return new ColumnPanels(title, panels);
    }

    private static List<Column> columns(List<String> labels, Series series, long largest) {
        int step = DRAWN_WIDTH / Math.max(1, labels.size());
        return IntStream.range(0, labels.size()).mapToObj(i -> {
            OptionalLong value = series.values().get(i);
            int height = (int) (TALLEST * value.orElse(0) / Math.max(1, largest));
            return new Column(labels.get(i), value.isPresent() ? String.valueOf(value.getAsLong()) : UNKNOWN, i * step, step - COLUMN_GAP, height);
        }).toList();
    }

    /** Of the drawing, in its units. */
    public int width() {
        return PANELS_A_ROW * PANEL_WIDTH;
    }

    /** Of the drawing, in its units. */
    public int height() {
        return (panels.size() + PANELS_A_ROW - 1) / PANELS_A_ROW * PANEL_HEIGHT;
    }

    /** Where columns stand, from the top of a panel. */
    public int base() {
        return BASE;
    }
}
