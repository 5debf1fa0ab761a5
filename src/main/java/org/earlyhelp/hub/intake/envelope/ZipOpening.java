package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes the one file out of a zip. Names of entries are never used as paths; one that leads out of the zip is refused all the
 * same, since whoever made it meant no good or has a broken tool. Folders and what a Mac adds by itself are passed over.
 */
final class ZipOpening {
    /** So many entries are looked at, those that are passed over too. */
    static final int ENTRIES_LIMIT = 20;
    private static final Pattern LEADS_OUT = Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)|\\p{Cntrl}");
    private static final Pattern BY_THE_WAY = Pattern.compile("__MACOSX/.*|(.*/)?\\.DS_Store|(.*/)?Thumbs\\.db");
    private static final int CLOSING_BYTES = 22;
    private static final int CLOSING_COUNT_AT = 10;

    private final Measured out;
    private boolean found;
    private int entries;

    private ZipOpening(Measured out) {
        this.out = out;
    }

    /** Writes the file inside to {@code out}; reads {@code in} to its end. */
    static void open(InputStream in, Measured out) throws IOException {
        new ZipOpening(out).open(new Watched(in));
    }

    private void open(Watched in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > ENTRIES_LIMIT) {
                throw EnvelopeFault.limit("The zip has more than " + ENTRIES_LIMIT + " entries.", "Put one file alone into the zip.");
            }
            take(entry, zip);
        }
        in.transferTo(OutputStream.nullOutputStream());
        checkClosing(in.end());
        if (!found) {
            throw new EnvelopeFault("EMPTY_FILE", "The zip holds no file.", "Put the file into the zip and send it again.");
        }
    }

    private void take(ZipEntry entry, ZipInputStream zip) throws IOException {
        if (LEADS_OUT.matcher(entry.getName()).find()) {
            throw new EnvelopeFault("BAD_ENVELOPE", "The zip holds an entry whose name leads out of the zip. Nothing of it was taken.",
                    "Put the file alone into a new zip, without a path.");
        }
        if (entry.isDirectory() || BY_THE_WAY.matcher(entry.getName()).matches()) {
            out.passOver(zip);
            return;
        }
        if (found) {
            throw EnvelopeFault.limit("The zip holds more than one file.", "Put each file into a zip of its own.");
        }
        found = true;
        PushbackInputStream content = new PushbackInputStream(zip, Wrapping.LOOK_BYTES);
        if (Wrapping.of(content) != Wrapping.NONE) {
            throw EnvelopeFault.nested();
        }
        content.transferTo(out);
    }

    /** Its directory stands at the end: without it, or with another count, the zip was cut or hides something. */
    private void checkClosing(byte[] end) throws EnvelopeFault {
        for (int at = end.length - CLOSING_BYTES; at >= 0; at--) {
            if (end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6) {
                int counted = (end[at + CLOSING_COUNT_AT] & 0xff) | (end[at + CLOSING_COUNT_AT + 1] & 0xff) << 8;
                if (counted == entries) {
                    return;
                }
            }
        }
        throw EnvelopeFault.damaged("The zip");
    }
}
