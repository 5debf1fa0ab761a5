package org.earlyhelp.hub.mapping;

import java.util.List;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.person.Notice;

/** A record after its mapping: a notice, perhaps with warnings, or the reasons why it was refused. */
public sealed interface MappingResult {
    /** Where the record stands in its file. */
    SourceLocation at();

    /** All faults, errors and warnings. */
    List<RowFault> faults();

    /** {@code faults} are warnings only. */
    record Mapped(SourceLocation at, Notice notice, List<RowFault> faults) implements MappingResult {
        public Mapped {
            faults = List.copyOf(faults);
        }
    }

    /** {@code faults} hold at least one error. */
    record Rejected(SourceLocation at, List<RowFault> faults) implements MappingResult {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
