package org.earlyhelp.hub.sharing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** An agreement's file by JSON pointers, and what is found wrong in it. Used once per file. */
final class AgreementFields {
    private final DeclaredFile file;
    private final List<ConfigFault> faults = new ArrayList<>();

    AgreementFields(DeclaredFile file) {
        this.file = file;
    }

    String fileName() {
        return file.path().getFileName().toString();
    }

    JsonNode root() {
        return file.root();
    }

    /** What stands there; "" when nothing does. */
    String text(String pointer) {
        return root().at(pointer).asString();
    }

    /** The day that stands there; 1 January 1970, and a fault, when there is no such day. */
    LocalDate date(String pointer) {
        try {
            return LocalDate.parse(text(pointer));
        } catch (DateTimeException e) {
            fault(pointer, "there is no such day");
            return LocalDate.EPOCH;
        }
    }

    void fault(String pointer, String reason) {
        faults.add(file.faultAt(pointer, reason));
    }

    /** The value that was read, or all that is wrong in the file. */
    <T> Checked<T> checked(T read) {
        return faults.isEmpty() ? Checked.valid(read) : Checked.faulty(faults);
    }
}
