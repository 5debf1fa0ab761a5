package org.earlyhelp.hub.web;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.Allegations.Alleged;
import org.earlyhelp.hub.identity.LinkedMentions.LinkedMention;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.need.Assessment.Child;
import org.earlyhelp.hub.need.Assessment.OpenInvolvement;
import org.earlyhelp.hub.need.BeforeTheBell.Pupil;
import org.earlyhelp.hub.need.FamilyStory.SafeContact;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.HeldNeeds.HeldNeed;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DisclosureRequest;

/** Who reads what is known of a person where it could be shown or sent: only whoever has been told what of it may leave, or asks. */
final class PersonalValues {
    /** Where something read is on its way out. */
    private static final List<String> NEAR_A_DOOR = List.of("org.earlyhelp.hub.web", "org.earlyhelp.hub.alert.message");
    /** The accessors that give a value rather than a reference, a place in a list or a flag; empty for all of a type. */
    private static final Map<Class<?>, Set<String>> VALUES = Map.ofEntries(Map.entry(MentionedPerson.class, Set.of()), Map.entry(Address.class, Set.of()),
            Map.entry(PersonView.class, Set.of("summary")), Map.entry(Said.class, Set.of("words")), Map.entry(Alleged.class, Set.of("words")),
            Map.entry(LinkedMention.class, Set.of("sourceRef")), Map.entry(Need.class, Set.of("fact")), Map.entry(HarmTest.class, Set.of("fact")),
            Map.entry(HeldNeed.class, Set.of("fact")), Map.entry(Child.class, Set.of("nhsNumber")),
            Map.entry(OpenInvolvement.class, Set.of("leadWorker", "leadWorkerContact")), Map.entry(SafeContact.class, Set.of("how", "when", "answer")),
            Map.entry(Pupil.class, Set.of("school")), Map.entry(ReadField.class, Set.of("text")));
    /** They put a value into words, gather or mask it, and hand it to whoever has the allowance; a class that uses one is judged as if it read itself. */
    private static final Set<String> HAND_ON = Set.of("PersonWords", "MatchField", "HiddenValues");
    /** Gathers what a page may draw on before anything of it is allowed. */
    private static final Set<String> GATHER = Set.of("FamilyCases");
    private static final Set<String> ALLOWANCES = Set.of(Allowance.class.getName(), DisclosureRequest.class.getName(), Shown.class.getName(),
            "org.earlyhelp.hub.web.export.Allowed", "org.earlyhelp.hub.web.stewardship.SideBySide");

    private PersonalValues() {
    }

    /** Classes near a door that read a value, themselves or through what hands it on, and have nothing that says whether it may leave. */
    static List<JavaClass> readWithoutAllowance(JavaClasses classes) {
        return classes.stream().filter(one -> NEAR_A_DOOR.stream().anyMatch(room -> one.getPackageName().startsWith(room)))
                .filter(one -> !HAND_ON.contains(one.getSimpleName()) && !GATHER.contains(one.getSimpleName()))
                .filter(one -> reads(one) && !hasAllowance(one)).toList();
    }

    private static boolean reads(JavaClass one) {
        return Stream.concat(one.getAccessesFromSelf().stream(), Stream.empty()).anyMatch(PersonalValues::isValue);
    }

    private static boolean isValue(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return HAND_ON.contains(owner.getSimpleName()) && !access.getOriginOwner().equals(owner) && !access.getName().equals("values")
                || VALUES.entrySet().stream().anyMatch(entry -> owner.isEquivalentTo(entry.getKey()) && !access.getName().equals("<init>")
                && (entry.getValue().isEmpty() || entry.getValue().contains(access.getName())));
    }

    private static boolean hasAllowance(JavaClass one) {
        Set<String> known = one.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getName()).collect(Collectors.toSet());
        return known.stream().anyMatch(ALLOWANCES::contains);
    }
}
