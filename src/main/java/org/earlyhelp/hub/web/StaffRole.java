package org.earlyhelp.hub.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five roles of the contract, and the pages each starts from. */
public enum StaffRole {
    FRONT_DOOR("front-door", "Front door", List.of(Area.INBOX, Area.LOCALITIES, Area.RULES)),
    MANAGER("manager", "Manager", List.of(Area.INBOX, Area.LOCALITIES, Area.RULES, Area.MEASURES, Area.REVIEWS, Area.FAIRNESS)),
    STEWARD("steward", "Data steward", List.of(Area.REVIEWS, Area.FAIRNESS, Area.EXPORTS)),
    IG("ig", "Information governance", List.of(Area.SHARING, Area.AGREEMENTS, Area.FAIRNESS, Area.EXPORTS)),
    OPERATOR("operator", "Operator", List.of(Area.FEEDS));

    /** A part of the hub that a role can open. */
    public enum Area {
        INBOX("/inbox", "Inbox", "Alerts that wait for the front door, the most urgent first."),
        LOCALITIES("/localities", "Localities", "Needs and alerts by locality and month."),
        RULES("/rules", "Rules", "What raises an alert, how often it did, and how useful that was."),
        MEASURES("/measures", "Measures", "How soon families are decided on, and what became of their needs."),
        REVIEWS("/reviews", "Reviews", "What the hub could not decide on its own about who is who."),
        FAIRNESS("/reviews/fairness", "Fairness", "Whether people of all names and agencies are matched alike."),
        EXPORTS("/exports", "Exports", "Links, needs and alerts as CSV files for audit. Every export is logged."),
        SHARING("/sharing", "Sharing log", "What was shared with whom, why, and what was withheld."),
        AGREEMENTS("/agreements", "Agreements", "Which agency shares what, on which basis, and until when."),
        FEEDS("/feeds", "Feeds", "What has arrived from which agency, and what was wrong with it.");

        private final String path;
        private final String label;
        private final String purpose;

        Area(String path, String label, String purpose) {
            this.path = path;
            this.label = label;
            this.purpose = purpose;
        }

        public String path() {
            return path;
        }

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

    public String label() {
        return label;
    }

    public List<Area> areas() {
        return areas;
    }

    /** The role of that id; empty when there is none. */
    public static Optional<StaffRole> named(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
