package org.earlyhelp.hub.cli.torture;

/**
 * A file that an agency sends.
 *
 * @param records how many records the sender has put in
 */
record DropFile(String agency, String feed, String name, String text, int records) {
    /** What tells one file from another: no two files of a drop share it. */
    String place() {
        return agency + "/" + feed + "/" + name;
    }
}
