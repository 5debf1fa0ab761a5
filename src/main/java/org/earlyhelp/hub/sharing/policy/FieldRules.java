package org.earlyhelp.hub.sharing.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.NeverLeaves;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/**
 * The rules for one field of one person, in order; the first that holds withholds it and says why. What protects a
 * person comes before what an agreement says: no agreement can switch it off.
 */
final class FieldRules {
    static final String SEALED = "the identity is sealed";
    static final String ALLEGED = "who is alleged is shown to the front door only, by itself and with a reason";
    static final String HIDDEN = "the place of this person is hidden";
    static final String PAGES_ONLY = "this never leaves the hub's own pages";
    static final String NO_AGREEMENT = "no agreement with the agency is in force";
    static final String NOT_NAMED = "the agreement does not name this recipient";
    static final String OTHER_PURPOSE = "the agreement is not for this purpose";
    static final String OTHER_CLASS = "the agreement does not let this recipient see this kind of data";
    static final String RIGHTS_ONLY = "a person is given their own data because they asked for it under their rights, for nothing else";
    static final String REASON_NEEDED = "a reason is needed";
    static final String WITHOUT_ITS_CORE = "the rest says nothing by itself";
    /** Reasons that a valid agreement could take away. */
    static final Set<String> OF_AGREEMENT = Set.of(NO_AGREEMENT, NOT_NAMED, OTHER_PURPOSE, OTHER_CLASS);

    private static final Set<DataClass> WHO_AND_WHERE =
            EnumSet.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.ADDRESS, DataClass.RESTRICTED_PLACE);
    private static final Set<String> ROLES_WITH_REASON = Set.of("ig", "operator");
    private static final List<Function<Question, Optional<String>>> RULES = List.of(FieldRules::sealed, FieldRules::alleged,
            FieldRules::placeHidden, FieldRules::neverLeaves, FieldRules::agreement, FieldRules::reason);

    private FieldRules() {
    }

    /** One field asked for, with all that decides on it. */
    record Question(DisclosureRequest request, DisclosureSubject subject, DisclosedField field, Terms terms) {
        Recipient recipient() {
            return request.recipient();
        }

        DataClass dataClass() {
            return LocalityField.classOf(field);
        }

        boolean hasReason() {
            return request.reason() != null && !request.reason().isBlank();
        }

        boolean toSubject() {
            return recipient().kind() == Recipient.Kind.SUBJECT;
        }

        boolean toFrontDoorStaff() {
            return recipient().kind() == Recipient.Kind.ROLE && Terms.isFrontDoor(recipient());
        }
    }

    /** Why the field stays; empty when it may leave. */
    static Optional<String> whyWithheld(Question question) {
        return RULES.stream().map(rule -> rule.apply(question)).flatMap(Optional::stream).findFirst();
    }

    /** A sealed child in danger must still be heard of; who and where the child is opens only to front-door staff, with a reason. */
    private static Optional<String> sealed(Question question) {
        if (!question.subject().sealed() || question.toFrontDoorStaff() && question.hasReason()) {
            return Optional.empty();
        }
        boolean fact = !WHO_AND_WHERE.contains(question.dataClass()) && Terms.isFrontDoor(question.recipient());
        return withholdIf(!fact, SEALED);
    }

    /** Victim and alleged perpetrator never leave together: the alleged one is asked for alone. */
    private static Optional<String> alleged(Question question) {
        boolean allegation = question.subject().alleged() || question.dataClass() == DataClass.ALLEGATION;
        boolean alone = Stream.of(question.request()).flatMap(request -> request.subjects().stream())
                .map(DisclosureSubject::person).distinct().count() == 1;
        return withholdIf(allegation && !(question.toFrontDoorStaff() && question.hasReason() && alone), ALLEGED);
    }

    private static Optional<String> placeHidden(Question question) {
        boolean specialist = question.terms().agreement().specialist();
        return withholdIf(question.subject().placeHidden() && HiddenPlace.reveals(question.field(), specialist), HIDDEN);
    }

    private static Optional<String> neverLeaves(Question question) {
        boolean page = question.recipient().kind() == Recipient.Kind.ROLE;
        boolean own = question.toSubject() && question.dataClass() != DataClass.RESTRICTED_PLACE;
        return withholdIf(!page && !own && NeverLeaves.CLASSES.contains(question.dataClass()), PAGES_ONLY);
    }

    private static Optional<String> agreement(Question question) {
        if (SubjectLaw.decides(question.request())) {
            return withholdIf(question.request().purpose() != Purpose.RIGHTS, RIGHTS_ONLY);
        }
        if (!question.terms().goesOn()) {
            return Optional.of(NO_AGREEMENT);
        }
        Optional<Agreement.Grant> grant = question.terms().agreement().grantFor(question.recipient());
        if (grant.isEmpty()) {
            return Optional.of(NOT_NAMED);
        }
        if (!grant.get().purposes().contains(question.request().purpose())) {
            return Optional.of(OTHER_PURPOSE);
        }
        return withholdIf(!grant.get().classes().contains(question.dataClass()), OTHER_CLASS);
    }

    private static Optional<String> reason(Question question) {
        boolean outsideCasework = question.recipient().kind() == Recipient.Kind.ROLE && ROLES_WITH_REASON.contains(question.recipient().name());
        boolean opened = question.dataClass() == DataClass.FREE_TEXT || question.request().kind() == ActKind.BREAK_GLASS;
        return withholdIf((outsideCasework || opened) && !question.hasReason(), REASON_NEEDED);
    }

    private static Optional<String> withholdIf(boolean holds, String why) {
        return holds ? Optional.of(why) : Optional.empty();
    }
}
