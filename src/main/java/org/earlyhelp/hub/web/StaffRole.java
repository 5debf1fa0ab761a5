package org.earlyhelp.hub.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five roles of the contract, and the pages each starts from. */
public enum StaffRole {
    FRONT_DOOR("front-door", "Front door", List.of(Area.INBOX, Area.MONDAY, Area.LOOK_UP, Area.RECALLS, Area.LOCALITIES, Area.RULES)),
    MANAGER("manager", "Manager", List.of(Area.INBOX, Area.MONDAY, Area.LOOK_UP, Area.WAITING, Area.HELD, Area.RECALLS, Area.LOCALITIES, Area.MEASURES, Area.RULES, Area.RULE_CHANGES,
            Area.REVIEWS, Area.FAIRNESS, Area.EMERGENCY, Area.RIGHTS, Area.ERASURE, Area.HOLDS, Area.RETENTION, Area.WHY)),
    STEWARD("steward", "Data steward", List.of(Area.REVIEWS, Area.FAIRNESS, Area.EXPORTS)),
    IG("ig", "Information governance", List.of(Area.SHARING, Area.UNUSUAL, Area.SAMPLING, Area.AGREEMENTS, Area.PAPERS, Area.RIGHTS, Area.ERASURE, Area.HOLDS, Area.RETENTION, Area.HELD, Area.RECALLS, Area.FAIRNESS, Area.EXPORTS)),
    OPERATOR("operator", "Operator", List.of(Area.ALARMS, Area.FEEDS, Area.ACCOUNTS, Area.QUARANTINE, Area.LAYOUTS, Area.QUEUES, Area.WHY));

    /** A part of the hub that a role can open. */
    public enum Area {
        INBOX("/inbox", "Inbox", "Alerts that wait for the front door, the most urgent first."),
        MONDAY("/monday", "Monday", "What came since the team last closed, and pupils to think of before the bell."),
        LOOK_UP("/search", "Look up", "A caller names a child: whether there is anything to share."),
        LOCALITIES("/localities", "Localities", "Needs and alerts by locality and month."),
        RULES("/rules", "Rules", "What raises an alert, how often it did, and how useful that was."),
        MEASURES("/measures", "Measures", "How soon families are decided on, and what became of their needs."),
        REVIEWS("/reviews", "Reviews", "What the hub could not decide on its own about who is who."),
        FAIRNESS("/reviews/fairness", "Fairness", "Whether people of all names and agencies are matched alike."),
        RULE_CHANGES("/rules/proposal", "Rule changes", "What a changed rule would do, before two people bring it into force."),
        EXPORTS("/exports", "Exports", "Links, needs and alerts as CSV files for audit. Every export is logged."),
        SHARING("/sharing", "Sharing log", "What was shared with whom, why, and what was withheld."),
        UNUSUAL("/sharing/unusual", "Unusual access", "Who opened cases that somebody else should look at."),
        SAMPLING("/sharing/sampling", "Monthly sample", "Disclosures drawn at random, judged and signed by a second person."),
        AGREEMENTS("/agreements", "Agreements", "Which agency shares what, on which basis, and until when."),
        PAPERS("/papers", "Papers", "Drafts of the papers a controller must keep, made from what is in force."),
        RIGHTS("/rights", "Rights", "What people ask for under their rights, and until when an answer is due."),
        WAITING("/waiting", "Waiting", "Families over the threshold whose alert waits to be released."),
        HELD("/held", "Held messages", "Alerts whose message no agreement lets go to its queue."),
        RECALLS("/recalls", "Recalls", "Alerts that were told and no longer hold."),
        ALARMS("/alarms", "Alarms", "What needs an operator now, and whether those outside were told."),
        QUEUES("/queues", "Queues", "Messages that nobody could handle, with the reason."),
        QUARANTINE("/quarantine", "Quarantine", "What was refused and is kept: mend it, count it, run it again."),
        LAYOUTS("/mappings", "Layouts", "How files of each feed are read: try a file out, and bring a changed layout into force."),
        WHY("/why", "Why", "What happened to a file, a person or an alert, step by step, and why no alert came."),
        EMERGENCY("/emergency/uses", "Emergency access", "Pages that somebody opened in an emergency although their role may not."),
        ERASURE("/rights/erasure", "Erasure", "A person whose data is to go: what would go, two people who say so, and the proof."),
        HOLDS("/rights/holds", "Legal holds", "Whose data may not go, why, and until when that is asked again."),
        RETENTION("/rights/retention", "Retention", "What has run out by the agreements, before two people let it go."),
        ACCOUNTS("/accounts", "Accounts", "Who may send files, with which keys, and who signed in."),
        FEEDS("/feeds", "Feeds", "What has arrived from which agency, and what was wrong with it.");

        private final String path;
        private final String label;
        private final String purpose;

        Area(String path, String label, String purpose) {
            this.path = path;
            this.label = label;
            this.purpose = purpose;
        }

        /** Where it begins; other pages of it lie below. */
        public String path() {
            return path;
        }

        /** In the navigation. */
        public String label() {
            return label;
        }

        /** One sentence for the start page. */
        public String purpose() {
            return purpose;
        }
    }

    private final String id;
    private final String label;
    private final List<Area> areas;

    StaffRole(String id, String label, List<Area> areas) {
        this.id = id;
        this.label = label;
        this.areas = areas;
    }

    /** The name in agreements, accounts and groups. */
    public String id() {
        return id;
    }

    /** As pages name whoever is signed in. */
    public String label() {
        return label;
    }

    /** Those it can open, in the order of the start page and the navigation. */
    public List<Area> areas() {
        return areas;
    }

    /** The role of that id; empty when there is none. */
    public static Optional<StaffRole> named(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
