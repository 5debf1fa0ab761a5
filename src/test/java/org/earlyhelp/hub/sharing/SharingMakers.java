package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makers for the tests of this room: requests, subjects and the shipped agreements. */
public final class SharingMakers {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private SharingMakers() {
    }

    /** The agreements of the sample borough. */
    public static AgreementBook shippedBook() {
        AgreementBook book = new AgreementBook();
        book.load(Path.of("agreements"));
        return book;
    }

    public static Ask ask(Recipient recipient) {
        return new Ask(recipient);
    }

    public static Subject person(String ref) {
        return new Subject(ref);
    }

    /** A request in the making. */
    public static final class Ask {
        private final Recipient recipient;
        private final List<DisclosureSubject> subjects = new ArrayList<>();
        private ActKind kind = ActKind.SENT;
        private Purpose purpose = Purpose.EARLY_HELP;
        private int level = 3;
        private String reason;

        private Ask(Recipient recipient) {
            this.recipient = recipient;
        }

        public Ask kind(ActKind value) {
            kind = value;
            return this;
        }

        public Ask purpose(Purpose value) {
            purpose = value;
            return this;
        }

        public Ask level(int value) {
            level = value;
            return this;
        }

        public Ask because(String value) {
            reason = value;
            return this;
        }

        public Ask about(Subject subject) {
            subjects.add(subject.made());
            return this;
        }

        public DisclosureRequest made() {
            return new DisclosureRequest(kind, recipient, purpose, recipient.name(), level, reason, subjects, Map.of("rule", "stands-alone@1"));
        }
    }

    /** A person asked for. */
    public static final class Subject {
        private final String ref;
        private final Set<DisclosedField> fields = new LinkedHashSet<>();
        private boolean hidden;
        private boolean sealed;
        private boolean alleged;

        private Subject(String ref) {
            this.ref = ref;
        }

        public Subject field(String name, DataClass dataClass, String agency) {
            fields.add(new DisclosedField(name, dataClass, agency));
            return this;
        }

        public Subject hidden() {
            hidden = true;
            return this;
        }

        public Subject sealed() {
            sealed = true;
            return this;
        }

        public Subject alleged() {
            alleged = true;
            return this;
        }

        private DisclosureSubject made() {
            return new DisclosureSubject(ref, hidden, sealed, alleged, fields);
        }
    }
}
