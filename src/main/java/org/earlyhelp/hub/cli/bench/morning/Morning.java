package org.earlyhelp.hub.cli.bench.morning;

import java.time.Duration;

/**
 * What arrives.
 *
 * @param files   schools' files, at least one
 * @param rows    rows of all files together, a pupil each, at least one a file
 * @param notices police notices, each of a child whom nobody knows
 * @param span    from the first upload to the last one
 */
public record Morning(int files, int rows, int notices, Duration span) {
    /** Most files of one morning. */
    public static final int MOST_FILES = 2_000;
    /** Most rows of all files together: each pupil has a number of its own. */
    public static final int MOST_ROWS = 900_000;
    /** Most notices of one morning. */
    public static final int MOST_NOTICES = 500;
    /** Sessions that send at the same time: as many as an account may hold. */
    static final int SESSIONS = 20;

    public Morning {
        if (files < 1 || files > MOST_FILES || rows < files || rows > MOST_ROWS || notices < 1 || notices > MOST_NOTICES) {
            throw new IllegalArgumentException("a morning of " + files + " files, " + rows + " rows and " + notices + " notices");
        }
    }

    /** The file of that school, from 0: the rows are shared out evenly. */
    SchoolRegister register(int school) {
        int first = firstPupil(school);
        return new SchoolRegister(school, first, firstPupil(school + 1) - first);
    }

    /** When the school's file is due, after the beginning. */
    Duration uploadDue(int school) {
        return span.multipliedBy(school).dividedBy(files);
    }

    /** When the notice is due, after the beginning. */
    Duration noticeDue(int notice) {
        return span.multipliedBy(notice).dividedBy(notices);
    }

    private int firstPupil(int school) {
        return (int) ((long) rows * school / files);
    }
}
