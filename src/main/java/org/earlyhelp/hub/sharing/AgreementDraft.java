package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * The agreements as they would be if one of them read otherwise. It governs nothing: it only lets the policy be asked.
 *
 * @param inForce   all others
 * @param agreement the one that reads otherwise; of the borough's own file, its terms
 * @param borough   the borough as it would be
 */
public record AgreementDraft(Agreements inForce, Agreement agreement, Borough borough) implements Agreements {
    private static final String SCHEMA = "schema";

    /** Reads the text of one file of the folder, checked as the folder's files are; faults name its lines. */
    public static Checked<AgreementDraft> read(Agreements inForce, Path folder, String text) {
        Path unnamed = folder.resolve("draft.yaml");
        Checked<DeclaredFile> plain = DeclaredFile.parse(unnamed, text, null);
        if (!(plain instanceof Checked.Valid<DeclaredFile> valid)) {
            return Checked.faulty(plain.faults());
        }
        boolean ofBorough = valid.value().root().has("borough");
        Path named = folder.resolve(ofBorough ? AgreementBook.BOROUGH_FILE : fileName(valid.value()));
        try {
            String schema = Files.readString(folder.resolve(SCHEMA).resolve(ofBorough ? "borough.json" : "agreement.json"));
            Checked<DeclaredFile> file = DeclaredFile.parse(named, text, schema);
            return file instanceof Checked.Valid<DeclaredFile> good ? ofBorough ? borough(inForce, good.value()) : agreement(inForce, good.value())
                    : Checked.faulty(file.faults());
        } catch (IOException e) {
            return Checked.faulty(List.of(new ConfigFault(SCHEMA, 0, "the schema cannot be read")));
        }
    }

    @Override
    public Optional<Agreement> agreementOf(String agency) {
        return agency.equals(agreement.agency()) ? Optional.of(agreement) : inForce.agreementOf(agency);
    }

    /** Whether data of that agency would be judged by what reads otherwise. */
    public boolean governs(String agency) {
        return agency.equals(agreement.agency()) || agreement.agency().equals(Borough.AGENCY) && inForce.agreementOf(agency).isEmpty();
    }

    /** The day, or the first or last day of effect where it lies outside them. */
    public LocalDate within(LocalDate day) {
        return day.isBefore(agreement.start()) ? agreement.start() : day.isAfter(agreement.end()) ? agreement.end() : day;
    }

    private static Checked<AgreementDraft> agreement(Agreements inForce, DeclaredFile file) {
        Checked<Agreement> read = AgreementReader.agreement(file);
        return read instanceof Checked.Valid<Agreement> valid ? Checked.valid(new AgreementDraft(inForce, valid.value(), inForce.borough()))
                : Checked.faulty(read.faults());
    }

    private static Checked<AgreementDraft> borough(Agreements inForce, DeclaredFile file) {
        Checked<Borough> read = AgreementReader.borough(file);
        return read instanceof Checked.Valid<Borough> valid ? Checked.valid(new AgreementDraft(inForce, valid.value().terms(), valid.value()))
                : Checked.faulty(read.faults());
    }

    private static String fileName(DeclaredFile file) {
        String agency = file.root().path("agency").asString("");
        return (agency.matches("[a-z][a-z0-9-]{1,39}") ? agency : "draft") + ".yaml";
    }
}
