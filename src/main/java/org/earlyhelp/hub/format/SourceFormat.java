package org.earlyhelp.hub.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;

/** How a layout's files are written. A mapping declares one; {@link SourceFormats} opens files with it. Immutable. */
public sealed interface SourceFormat {
    /** Decoding is strict: a byte that is none of this encoding refuses the file. */
    Charset charset();

    /** The sender's name of a place inside a part, such as {@code child.dateOfBirth} or {@code Victim/Surname}. */
    String nameWithin(String part, String path);

    /** Why {@code path} cannot be a path of this format; null when it can. */
    String pathFault(String path);

    /**
     * Character-separated lines under a header line. Columns are found by name, in any order; a column that is in
     * neither list is read past.
     *
     * @param required columns without which the file is refused
     * @param optional columns that may be absent
     */
    record Csv(Charset charset, char delimiter, List<String> required, List<String> optional) implements SourceFormat {
        public Csv {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }

        @Override
        public String nameWithin(String part, String path) {
            return path;
        }

        @Override
        public String pathFault(String path) {
            return required.contains(path) || optional.contains(path) ? null
                    : "\"" + path + "\" is no column of format.columns or format.optional";
        }
    }

    /**
     * One JSON object, an array of them, or one a line: the file itself tells which.
     *
     * @param record the name in an enclosing object that holds the array of records; null when there is none
     */
    record Json(Charset charset, String record) implements SourceFormat {
        private static final Pattern PATH = Pattern.compile("[^.\\s\\[\\]]+(\\.[^.\\s\\[\\]]+)*");

        @Override
        public String nameWithin(String part, String path) {
            return part.isEmpty() ? path : part + "." + path;
        }

        @Override
        public String pathFault(String path) {
            return PATH.matcher(path).matches() ? null : "\"" + path + "\" is no JSON path such as child.address.postcode";
        }
    }

    /** HL7 version 2 messages one after another, bare or wrapped in FHS/BHS … BTS/FTS. */
    record Hl7(Charset charset) implements SourceFormat {
        @Override
        public String nameWithin(String part, String path) {
            int predicate = path.indexOf('[');
            return predicate < 0 ? path : path.substring(0, predicate);
        }

        @Override
        public String pathFault(String path) {
            return Hl7Path.isPath(path) ? null : "\"" + path + "\" is no HL7 path such as PID-5.1 or PID-3[.5=NH].1";
        }
    }

    /**
     * An XML document; every element named {@code record} is one, at any depth. Names are local names.
     * A document type or an entity of its own refuses the file.
     */
    record Xml(Charset charset, String record) implements SourceFormat {
        private static final Pattern PATH = Pattern.compile("\\.|([\\w.-]+/)*(@?[\\w.-]+)");

        @Override
        public String nameWithin(String part, String path) {
            return part.isEmpty() ? path : part + "/" + path;
        }

        @Override
        public String pathFault(String path) {
            return PATH.matcher(path).matches() ? null : "\"" + path + "\" is no XML path such as Victim/Address/@confidential";
        }
    }
}
