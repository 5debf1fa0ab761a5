package org.earlyhelp.hub.web.casework;

import java.util.List;
import org.earlyhelp.hub.page.DueClock;

/**
 * An alert's page as far as it may be shown; everything is ready to be printed.
 *
 * @param abuse   null where nothing tells of domestic abuse
 * @param news    null when the viewer opens it for the first time or nothing was told since they looked
 * @param mayAct  whether the viewer may acknowledge and decide
 */
record AlertSheet(Head head, Abuse abuse, News news, List<FactLine> harmTests, List<FactLine> needs, List<ChildLine> children, List<OpenLine> alreadyOpen,
                  List<EarlierLine> earlier, List<DecisionLine> decisions, List<String> followUps, List<String> notes, List<String> withheld,
                  List<StepLine> steps, boolean mayAct) {
    /**
     * @param due       null once nothing is due
     * @param successor reference of the alert that took over, or null
     */
    record Head(String ref, int version, String family, int level, String levelWords, String status, boolean open, boolean raised, DueClock due,
                String pathway, String locality, String knownTo, String rules, String successor) {
    }

    /** How contact is safe, a sentence each; empty when nobody said. {@code alleged}: somebody is named, behind a click. */
    record Abuse(List<String> contacts, boolean alleged) {
    }

    /** What was told since the viewer looked, at {@code since}; {@code children} are the names of those who were not in it then. */
    record News(String since, List<FactLine> facts, List<String> children) {
    }

    /** {@code about} is a P- reference, {@code name} its name or the reference again. */
    record FactLine(String fact, String on, String agency, String about, String name, boolean isNew) {
    }

    record ChildLine(String ref, String name, String born, String match) {
    }

    record OpenLine(String service, String worker, String contact, String agency) {
    }

    record EarlierLine(String ref, String raised, String level, String state) {
    }

    /** One answer; {@code reason} is null where none was given or the viewer may not read it. */
    record DecisionLine(String id, String at, String by, String what, String reason, List<String> details) {
    }

    record StepLine(String at, String event) {
    }
}
