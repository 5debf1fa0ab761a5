package org.earlyhelp.hub.web;

import java.util.List;

/** What a part of the hub tells on the start page of those who work with it. Never a person's data. */
@FunctionalInterface
public interface StartLines {
    /** One line: what it is about, what there is to say, and the path where more stands. */
    record Line(String label, String says, String path) {
    }

    /** None for a viewer whom it does not concern. */
    List<Line> of(Viewer viewer);
}
