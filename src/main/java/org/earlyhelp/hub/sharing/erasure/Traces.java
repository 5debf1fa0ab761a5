package org.earlyhelp.hub.sharing.erasure;

import java.util.List;
import java.util.stream.Stream;

/**
 * By what copies outside the database are known to be about erased people. Holds values, so it is kept sealed and only
 * until the last copy is gone.
 *
 * @param refs        P- references
 * @param identifiers NHS numbers, UPNs and the senders' own references, as they were sent; each at least 6 characters
 * @param names       surname and first forename of each way the people were named
 */
public record Traces(List<String> refs, List<String> identifiers, List<Name> names) {
    /** Neither is null or blank. */
    public record Name(String surname, String forename) {
    }

    public Traces {
        refs = List.copyOf(refs);
        identifiers = List.copyOf(identifiers);
        names = List.copyOf(names);
    }

    /** These and others together. */
    public Traces and(Traces more) {
        return new Traces(both(refs, more.refs), both(identifiers, more.identifiers), both(names, more.names));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
