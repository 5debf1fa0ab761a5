package org.earlyhelp.hub.embedded.expiry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.embedded.settings.TrustedCertificates;
import org.earlyhelp.hub.intake.expiry.Ending;
import org.earlyhelp.hub.intake.expiry.EndingSource;
import org.earlyhelp.hub.kernel.HubClock;

/** The certificates in files that the settings name, read anew at each look. Their end counts by the machine's own clock. */
public final class CertificateFiles implements EndingSource {
    private final List<Named> files;

    /** {@code chain}: the file is good for as long as the first of its certificates to end; else each counts for itself. */
    private record Named(String setting, String what, Path file, boolean chain, String then) {
    }

    private CertificateFiles(List<Named> files) {
        this.files = List.copyOf(files);
    }

    /** Those that the settings name; the files are not looked at yet. */
    public static CertificateFiles of(StartSettings settings) {
        List<Named> files = new ArrayList<>();
        settings.certificate().ifPresent(own -> files.add(new Named("HUB_TLS_CERT", "The certificate of the hub's pages (HUB_TLS_CERT)", own.chain(), true,
                "Browsers refuse the pages from then on; files are taken all the same. Put a new one there and start the hub again.")));
        settings.brokerCa().ifPresent(file -> files.add(new Named("HUB_BROKER_CA", "A certificate by which the broker is believed (HUB_BROKER_CA)", file, false,
                "The hub believes no broker by it from then on: alerts wait in the database. Put its successor into the file and start the hub again.")));
        settings.database().ifPresent(database -> {
            DatabaseAddress address = DatabaseAddress.of(database.url());
            address.file("sslrootcert").ifPresent(file -> files.add(new Named("HUB_DB_URL sslrootcert", "A certificate by which the database is believed (sslrootcert of HUB_DB_URL)", file, false,
                    "The hub believes no database by it from then on, and everything waits. Put its successor into the file.")));
            address.file("sslcert").ifPresent(file -> files.add(new Named("HUB_DB_URL sslcert", "The certificate that the hub shows to the database (sslcert of HUB_DB_URL)", file, true,
                    "The database lets the hub in no more from then on, and everything waits. Put a new one there.")));
        });
        return new CertificateFiles(files);
    }

    @Override
    public Look look() {
        List<Ending> endings = new ArrayList<>();
        Set<String> unseen = new HashSet<>();
        for (Named named : files) {
            try {
                endings.addAll(endings(named));
            } catch (IllegalArgumentException e) {
                unseen.addAll(List.of(named.setting(), named.setting() + " 1"));
            }
        }
        return new Look(endings, unseen);
    }

    private static List<Ending> endings(Named named) {
        if (!Files.isReadable(named.file())) {
            throw new IllegalArgumentException("cannot be read");
        }
        List<X509Certificate> certificates = TrustedCertificates.certificates(named.file());
        Instant now = HubClock.machineTime();
        if (named.chain()) {
            Instant first = certificates.stream().map(CertificateFiles::end).min(Comparator.naturalOrder()).orElseThrow(IllegalArgumentException::new);
            return List.of(Ending.at(named.setting(), named.what(), first, now, named.then(), null));
        }
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            endings.add(Ending.at(named.setting() + " " + (i + 1), named.what(), end(certificates.get(i)), now, named.then(), null));
        }
        return endings;
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
