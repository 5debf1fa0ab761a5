package org.earlyhelp.hub.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Description.Kind;

/**
 * The fixed rules of the sample borough ("First-form matching"). A shared NHS number, UPN or agency reference joins
 * when date of birth or name speaks for it and not both are against it; without either, exact name with date of birth
 * and postcode or telephone; for carers, exact name with address or telephone. Silence is never agreement:
 * where the date of birth differs the name must be stated and agree, and where it is missing the forename must not
 * differ, so that a case reference shared by brothers joins nobody.
 */
public final class FirstFormModel implements LinkageModel {
    @Override
    public Set<String> blockingKeys(Description it) {
        Set<String> keys = new HashSet<>();
        add(keys, "nhs:", it.nhsNumber());
        add(keys, "upn:", it.upn());
        add(keys, "ref:", it.localRef());
        add(keys, "rec:", it.recordPlace());
        it.mothers().forEach(mother -> keys.add("mother:" + mother));
        if (it.name().surname() != null) {
            String surname = it.name().surname() + "|";
            add(keys, "born:" + surname, it.born());
            if (it.mayBeAdult()) {
                add(keys, "call:" + surname, it.phone());
                add(keys, "home:" + surname, it.home() == null || it.home().postcode() == null ? null : it.home().postcode());
            }
        }
        return keys;
    }

    @Override
    public Decision decide(Description mention, List<Description> known) {
        if (mention.kind() == Kind.UNBORN || known.stream().allMatch(it -> it.kind() == Kind.UNBORN)) {
            return Pregnancy.decide(mention, known);
        }
        Decision best = known.stream().map(it -> pair(mention, it, known)).reduce(Decision.APART, Decision::strongest);
        if (!(best instanceof Join join) || !identifies(join.reason())) {
            return best instanceof Join && forbidden(mention, known) ? Decision.APART : best;
        }
        return isDisjoint(List.of(mention), known, Description::nhsNumber) ? new Contradiction(Reason.DIFFERENT_NHS_NUMBERS)
                : isTwinOfAny(mention, known) ? new Contradiction(Reason.TWINS) : best;
    }

    @Override
    public boolean mayBeOne(List<Description> one, List<Description> other) {
        return !isDisjoint(one, other, Description::nhsNumber) && !isDisjoint(one, other, Description::born)
                && one.stream().noneMatch(it -> isTwinOfAny(it, other));
    }

    @Override
    public boolean mayStay(Description mention, List<Description> rest) {
        return rest.stream().noneMatch(it -> Agreement.of(mention.born(), it.born()) == Agreement.DIFFERS) && mayBeOne(List.of(mention), rest);
    }

    private static Decision pair(Description one, Description other, List<Description> known) {
        Reason identifier = sharedIdentifier(one, other);
        if (identifier != null) {
            return byIdentifier(one, other, identifier);
        }
        if (one.identityUnknown() || other.identityUnknown()) {
            return Decision.APART;
        }
        return byName(one, other).strongest(CarerRule.decide(one, other, known)).strongest(byRecord(one, other, known));
    }

    private static Reason sharedIdentifier(Description one, Description other) {
        if (Agreement.of(one.nhsNumber(), other.nhsNumber()) == Agreement.AGREES) {
            return Reason.SAME_NHS_NUMBER;
        }
        if (Agreement.of(one.upn(), other.upn()) == Agreement.AGREES) {
            return Reason.SAME_UPN;
        }
        return Agreement.of(one.localRef(), other.localRef()) == Agreement.AGREES ? Reason.SAME_LOCAL_REFERENCE : null;
    }

    private static Decision byIdentifier(Description one, Description other, Reason identifier) {
        if (TwinGuard.areTwins(one, other)) {
            return new Contradiction(Reason.TWINS);
        }
        boolean nameDiffers = one.name().contradicts(other.name());
        Agreement born = Agreement.of(one.born(), other.born());
        boolean joins = switch (born) {
            case AGREES -> true;
            case DIFFERS -> one.name().isExactly(other.name());
            case UNKNOWN -> one.name().compareForenames(other.name()) != Agreement.DIFFERS;
        };
        if (!joins) {
            return new Contradiction(Reason.IDENTIFIER_OF_ANOTHER);
        }
        return new Join(nameDiffers || born == Agreement.DIFFERS ? Match.PROBABLE : Match.CERTAIN, identifier);
    }

    private static Decision byName(Description one, Description other) {
        boolean sameName = one.name().isExactly(other.name()) && Agreement.of(one.born(), other.born()) == Agreement.AGREES;
        if (!sameName) {
            return Decision.APART;
        }
        if (one.home() != null && other.home() != null && Agreement.of(one.home().postcode(), other.home().postcode()) == Agreement.AGREES) {
            return new Join(Match.CERTAIN, Reason.SAME_NAME_BIRTH_AND_POSTCODE);
        }
        return Agreement.of(one.phone(), other.phone()) == Agreement.AGREES
                ? new Join(Match.CERTAIN, Reason.SAME_NAME_BIRTH_AND_PHONE) : Decision.APART;
    }

    /** A later version of a record speaks of the same person when the name stands and nobody else says otherwise. */
    private static Decision byRecord(Description one, Description other, List<Description> known) {
        if (!one.recordPlace().equals(other.recordPlace()) || one.name().compareForenames(other.name()) != Agreement.AGREES) {
            return Decision.APART;
        }
        Agreement born = Agreement.of(one.born(), other.born());
        boolean sameSurname = one.name().compareSurname(other.name()) == Agreement.AGREES;
        if (born != Agreement.DIFFERS && (sameSurname || born == Agreement.AGREES)) {
            return new Join(Match.CERTAIN, Reason.SAME_RECORD);
        }
        boolean nobodyElse = known.stream().allMatch(it -> it.recordPlace().equals(one.recordPlace()));
        return sameSurname && nobodyElse ? new Join(Match.PROBABLE, Reason.SAME_RECORD) : Decision.APART;
    }

    private static boolean identifies(Reason reason) {
        return reason.ordinal() <= Reason.SAME_LOCAL_REFERENCE.ordinal();
    }

    private static boolean forbidden(Description mention, List<Description> known) {
        return isDisjoint(List.of(mention), known, Description::nhsNumber) || isTwinOfAny(mention, known);
    }

    private static boolean isTwinOfAny(Description one, List<Description> others) {
        return others.stream().anyMatch(other -> TwinGuard.areTwins(one, other));
    }

    /** Both sides state the field and share no value. */
    private static boolean isDisjoint(List<Description> one, List<Description> other, Function<Description, Object> field) {
        Set<Object> mine = values(one, field);
        Set<Object> theirs = values(other, field);
        return !mine.isEmpty() && !theirs.isEmpty() && mine.stream().noneMatch(theirs::contains);
    }

    private static Set<Object> values(List<Description> of, Function<Description, Object> field) {
        return of.stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static void add(Set<String> keys, String prefix, Object value) {
        if (value != null) {
            keys.add(prefix + value);
        }
    }
}
