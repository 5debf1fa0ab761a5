package org.earlyhelp.hub.sharing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * One file of {@code agreements/}: an agency's agreement, or the borough's own terms. Immutable.
 *
 * @param agency whose it is; {@link Borough#AGENCY} for the borough's file
 * @param text   null when the file is faulty
 * @param terms  what it says; null when the file is faulty
 * @param hub    the borough as a whole; null for an agency and when the file is faulty
 * @param faults all that is wrong with it, each with its line
 */
public record AgreementFile(String agency, String text, Agreement terms, Borough hub, List<ConfigFault> faults) {
    private static final String ENDING = ".yaml";

    public AgreementFile {
        faults = List.copyOf(faults);
    }

    /** A text that was kept: it passed its schema then, and is not held to that of today. */
    public static AgreementFile kept(String agency, String text) {
        return of(agency, DeclaredFile.parse(Path.of(fileName(agency)), text, null));
    }

    static AgreementFile of(String agency, Checked<DeclaredFile> read) {
        if (!(read instanceof Checked.Valid<DeclaredFile> valid)) {
            return new AgreementFile(agency, null, null, null, read.faults());
        }
        return agency.equals(Borough.AGENCY) ? hub(valid.value()) : agreement(agency, valid.value());
    }

    private static AgreementFile hub(DeclaredFile file) {
        Checked<Borough> borough = AgreementReader.borough(file);
        return borough.asOptional().map(hub -> new AgreementFile(Borough.AGENCY, file.text(), hub.terms(), hub, List.of()))
                .orElseGet(() -> new AgreementFile(Borough.AGENCY, null, null, null, borough.faults()));
    }

    private static AgreementFile agreement(String agency, DeclaredFile file) {
        Checked<Agreement> agreement = AgreementReader.agreement(file);
        return agreement.asOptional().map(terms -> new AgreementFile(agency, file.text(), terms, null, List.of()))
                .orElseGet(() -> new AgreementFile(agency, null, null, null, agreement.faults()));
    }

    /** The name of an agency's file. */
    public static String fileName(String agency) {
        return agency.equals(Borough.AGENCY) ? AgreementBook.BOROUGH_FILE : agency + ENDING;
    }

    /** The name without its ending; an agency's file that takes the hub's own name keeps its ending, so that it stands for nobody. */
    static String agencyOf(Path path) {
        String name = path.getFileName().toString();
        if (name.equals(AgreementBook.BOROUGH_FILE)) {
            return Borough.AGENCY;
        }
        String agency = name.substring(0, name.length() - ENDING.length());
        return agency.equals(Borough.AGENCY) ? name : agency;
    }

    /** Empty when the file is faulty. */
    public Optional<Agreement> agreement() {
        return Optional.ofNullable(terms);
    }

    /** Of the text; 64 lower-case hexadecimal digits. Only for a file without fault. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fault of a file that is right by itself, at the JSON pointer. */
    public ConfigFault faultAt(String pointer, String reason) {
        Path path = Path.of(fileName(agency));
        return DeclaredFile.parse(path, text, null).asOptional().map(file -> file.faultAt(pointer, reason)).orElseGet(() -> ConfigFault.of(path, 0, reason));
    }

    AgreementFile alsoFaulty(ConfigFault fault) {
        List<ConfigFault> all = new ArrayList<>(faults);
        all.add(fault);
        return new AgreementFile(agency, null, null, null, all);
    }
}
