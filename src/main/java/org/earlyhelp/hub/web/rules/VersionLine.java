package org.earlyhelp.hub.web.rules;

import java.util.List;
import org.earlyhelp.hub.need.RuleVersions.Version;
import org.earlyhelp.hub.page.PlainTime;

/** A set of rules as pages write it; {@code activated} is null for a proposal, {@code proposed} where nobody put it forward. */
record VersionLine(int number, String sha256, List<String> rules, String seen, String proposed, String activated) {
    /** No more are listed; each can be opened by its number. */
    static final int LISTED_LIMIT = 200;

    static VersionLine of(Version version) {
        return new VersionLine(version.number(), version.sha256(), version.rules(), PlainTime.of(version.seenAt()),
                version.proposedBy() == null ? null : version.proposedBy() + ", " + PlainTime.of(version.proposedAt()),
                version.activatedBy() == null ? null : version.activatedBy() + ", " + PlainTime.of(version.activatedAt()));
    }
}
