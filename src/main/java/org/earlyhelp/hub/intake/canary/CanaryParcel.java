package org.earlyhelp.hub.intake.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.earlyhelp.hub.sharing.FileForm;

/** A canary's file as the agreement lets files of its feed come: zipped where that is agreed, never encrypted or signed. Stateless. */
final class CanaryParcel {
    private CanaryParcel() {
    }

    /** Where files must be encrypted, a zip alone would be refused: then the canary comes plain. */
    static boolean isZipped(FileForm form) {
        return form.zip() && form.pgp() != FileForm.Pgp.REQUIRED;
    }

    static byte[] of(byte[] content, FileForm form) {
        return isZipped(form) ? zipped(content) : content;
    }

    private static byte[] zipped(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("canary"));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
