package org.earlyhelp.hub.web.governance;

import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;

/**
 * One form of an agreement as pages write it.
 *
 * @param proposed  null where nobody has put it forward
 * @param activated null for a proposal
 */
record AgreementForm(int number, String agency, String file, String ref, boolean removed, String sha256, String start, String seen, String proposed,
                     String activated) {
    static AgreementForm of(Version version) {
        return new AgreementForm(version.number(), version.agency(), AgreementFile.fileName(version.agency()), version.ref(), version.removed(), version.sha256(),
                PlainTime.of(version.startOn()), PlainTime.of(version.seenAt()),
                version.proposedBy() == null ? null : version.proposedBy() + ", " + PlainTime.of(version.proposedAt()),
                version.activatedBy() == null ? null : version.activatedBy() + ", " + PlainTime.of(version.activatedAt()));
    }
}
