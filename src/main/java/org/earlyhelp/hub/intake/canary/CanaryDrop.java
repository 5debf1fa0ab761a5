package org.earlyhelp.hub.intake.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.envelope.OwnEnvelope;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lays canaries into lanes, where the feeds' own routes pull them as they do what agencies sent. Thread-safe. */
@Component
class CanaryDrop {
    private final SftpFolders folders;
    private final OwnEnvelope envelope;
    private final ApplicationEventPublisher news;

    CanaryDrop(SftpFolders folders, OwnEnvelope envelope, ApplicationEventPublisher news) {
        this.folders = folders;
        this.envelope = envelope;
        this.news = news;
    }

    /** Whether it still lies in the lane. */
    boolean lies(FeedTerms terms, String upload) {
        return Files.exists(place(terms, upload));
    }

    /** Lays the content there as the agreement lets files come, whole or not at all. Throws UncheckedIOException. */
    void lay(FeedTerms terms, String upload, byte[] content) {
        try {
            Path draft = Files.createDirectories(folders.incoming()).resolve(upload);
            Files.write(draft, envelope.wrapped(content, terms.form()));
            Files.createDirectories(folders.lane(terms.agency(), terms.feed()));
            Files.move(draft, place(terms, upload), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        news.publishEvent(new UploadClosed(terms.agency(), terms.feed()));
    }

    private Path place(FeedTerms terms, String upload) {
        return folders.lane(terms.agency(), terms.feed()).resolve(new CanaryFile(upload).fileName());
    }
}
