package org.earlyhelp.hub.web.papers;

import java.time.LocalDate;
import java.util.List;

/**
 * A draft, ready to be read, printed or saved.
 *
 * @param made    the civil day whose agreements, mappings and rules it tells of
 * @param sources what it was made from, such as {@code ISA-AVON-POLICE-1@2}
 */
record Paper(String title, LocalDate made, String controller, String officer, List<Part> parts, List<String> sources) {
    /** What only people can say; a reader finds the gaps by this word. */
    static final String GAP = "To be completed";

    Paper {
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
    }

    /** A heading with sentences, and a table where {@code table} is not null. */
    record Part(String heading, List<String> sentences, Table table) {
        Part {
            sentences = List.copyOf(sentences);
        }

        static Part of(String heading, String... sentences) {
            return new Part(heading, List.of(sentences), null);
        }

        static Part of(String heading, List<String> sentences) {
            return new Part(heading, sentences, null);
        }

        static Part of(String heading, Table table) {
            return new Part(heading, List.of(), table);
        }

        /** A gap for people to fill, with what is asked. */
        static Part gap(String heading, String question) {
            return of(heading, GAP + ": " + question);
        }
    }

    /** All rows have as many cells as the header. */
    record Table(List<String> header, List<List<String>> rows) {
        Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }
}
