package org.earlyhelp.hub.web.duty;

import java.util.List;
import org.earlyhelp.hub.alert.FileRecall;
import org.earlyhelp.hub.alert.FileRecalls;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.Recalls;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What was told and no longer holds. A worker sees the recalls of what they looked at themselves; the manager and
 * information governance see all, with everyone who was told and how the recall reached them.
 */
@Controller
class RecallPage {
    private static final int SHOWN = 100;
    private static final int PEOPLE_SHOWN = 20;
    private final Recalls recalls;
    private final FileRecalls files;

    RecallPage(Recalls recalls, FileRecalls files) {
        this.recalls = recalls;
        this.files = files;
    }

    /** A recall in words. */
    record Line(String alert, String family, String when, String why, List<Who> told) {
        static Line of(Recall recall) {
            String why = recall.because().equals("RULE_WITHDRAWN") ? "The rule was taken back: " + recall.reason() : "What it rested on was corrected, or a match was undone";
            return new Line(recall.alert(), recall.family(), PlainTime.of(recall.at()), why, recall.told().stream().map(Who::of).toList());
        }
    }

    /** Somebody who had been told, and how they hear of the recall. */
    record Who(String name, String how, String last, String by) {
        static Who of(Recall.Told told) {
            String name = told.who().isEmpty() ? told.name() : told.who() + " (" + told.name() + ")";
            return new Who(name, how(told.act(), told.channel()), PlainTime.of(told.lastAt()), switch (told.by()) {
                case MESSAGE -> "a message on the queue";
                case FILE -> "a file in their /out/ folder";
                case PAGE -> "this page";
                case WAITS -> "waits: told by itself once the sharing log goes on";
                case NOT_TOLD -> "not told: the sharing rules let nothing leave. Tell them yourself.";
            });
        }

        static String how(String act, String channel) {
            return switch (act) {
                case "VIEWED" -> "looked at " + channel;
                case "EXPORTED" -> "exported " + channel;
                case "OUTCOME" -> "got the outcome";
                default -> "was sent the alert";
            };
        }
    }

    /** A recalled file in words; {@code told} is who had been told, in the view of one account its own only. */
    record FileLine(String file, String feed, String when, long people, List<FileWho> told) {
        static FileLine of(FileRecall recall, String account) {
            return new FileLine(recall.file(), recall.agency() + " / " + recall.feed(), PlainTime.of(recall.at()), recall.people(),
                    recall.told().stream().filter(told -> account == null || told.who().equals(account)).map(FileWho::of).toList());
        }
    }

    /** Somebody who had been told of people in a recalled file. */
    record FileWho(String name, String how, String people, String last) {
        static FileWho of(FileRecall.Told told) {
            String more = told.people().size() > PEOPLE_SHOWN ? " and " + (told.people().size() - PEOPLE_SHOWN) + " more" : "";
            return new FileWho(told.who().isEmpty() ? told.name() : told.who() + " (" + told.name() + ")", Who.how(told.act(), told.channel()),
                    String.join(" ", told.people().stream().limit(PEOPLE_SHOWN).toList()) + more, PlainTime.of(told.lastAt()));
        }
    }

    @GetMapping("/recalls")
    String recalls(Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        boolean all = viewer.role() != StaffRole.FRONT_DOOR;
        model.addAttribute("all", all);
        model.addAttribute("lines", (all ? recalls.latest(SHOWN) : recalls.toldTo(viewer.account(), SHOWN)).stream().map(Line::of).toList());
        model.addAttribute("files", (all ? files.latest(SHOWN) : files.toldTo(viewer.account(), SHOWN)).stream()
                .map(file -> FileLine.of(file, all ? null : viewer.account())).toList());
        return "web/recalls";
    }
}
