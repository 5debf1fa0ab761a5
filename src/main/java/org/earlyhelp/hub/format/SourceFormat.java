package org.earlyhelp.hub.format;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param required   columns without which the file is refused
     * @param optional   columns that may be absent
     * @param otherNames further names that a header may have: the column each stands for
     * @param wide       the columns of which each is a record of its own, such as one a day; null when there are none
     */
    record Csv(Charset charset, char delimiter, List<String> required, List<String> optional, Map<String, String> otherNames, WideColumns wide)
            implements SourceFormat {
        public Csv {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
            otherNames = Map.copyOf(otherNames);
        }

        /** A layout whose columns have one name each and are one record together. */
        public Csv(Charset charset, char delimiter, List<String> required, List<String> optional) {
            this(charset, delimiter, required, optional, Map.of(), null);
        }

        @Override
        public String nameWithin(String part, String path) {
            return path;
        }

        @Override
        public String pathFault(String path) {
            return required.contains(path) || optional.contains(path) || wide != null && wide.names().contains(path) ? null
                    : "\"" + path + "\" is no column of format.columns or format.optional";
        }
    }

    /**
     * One record a line, each column at its place in the line.
     *
     * @param columns    the places by name
     * @param skipLines  so many lines at the beginning are no records
     * @param notRecords lines that begin so are no records either, such as a trailer
     * @param mayBeShort whether the blanks at the end of a line may be cut; else a shorter line is a fault
     */
    record Fixed(Charset charset, Map<String, Span> columns, int skipLines, List<String> notRecords, boolean mayBeShort) implements SourceFormat {
        public Fixed {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            notRecords = List.copyOf(notRecords);
        }

        /** How many characters a line has. */
        public int width() {
            return columns.values().stream().mapToInt(Span::last).max().orElse(0);
        }

        @Override
        public String nameWithin(String part, String path) {
            return path;
        }

        @Override
        public String pathFault(String path) {
            return columns.containsKey(path) ? null : "\"" + path + "\" is no column of format.columns";
        }
    }

    /**
     * One JSON object, an array of them, or one a line: the file itself tells which.
     *
     * @param record the place in an enclosing object that holds the array of records, such as {@code export.pupils}; null when there is none
     * @param around names before the records in an enclosing object, whose values belong to every record
     * @param each   the place in such a record of which each part is a record of its own; null when the record itself is one
     */
    record Json(Charset charset, String record, List<String> around, String each) implements SourceFormat {
        private static final Pattern PATH = Pattern.compile("[^.\\s\\[\\]]+(\\.[^.\\s\\[\\]]+)*");

        public Json {
            around = List.copyOf(around);
        }

        /** A layout whose records stand alone: nothing around them belongs to them, and none is parted. */
        public Json(Charset charset, String record) {
            this(charset, record, List.of(), null);
        }

        @Override
        public String nameWithin(String part, String path) {
            return part.isEmpty() ? path : part + "." + path;
        }

        @Override
        public String pathFault(String path) {
            return PATH.matcher(path).matches() ? null : "\"" + path + "\" is no JSON path such as child.address.postcode";
        }
    }

    /**
     * HL7 version 2 messages one after another, bare or wrapped in FHS/BHS … BTS/FTS.
     *
     * @param each the segment of which each in a message is a record of its own; null when the message is one
     */
    record Hl7(Charset charset, String each) implements SourceFormat {
        /** A layout of which each message is one record. */
        public Hl7(Charset charset) {
            this(charset, null);
        }

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
     *
     * @param around elements before the records, whose content belongs to every record that follows
     * @param each   the place in such a record of which each part is a record of its own; null when the record itself is one
     */
    record Xml(Charset charset, String record, List<String> around, String each) implements SourceFormat {
        private static final Pattern PATH = Pattern.compile("\\.|([\\w.-]+/)*(@?[\\w.-]+)");

        public Xml {
            around = List.copyOf(around);
        }

        /** A layout whose records stand alone: nothing around them belongs to them, and none is parted. */
        public Xml(Charset charset, String record) {
            this(charset, record, List.of(), null);
        }

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
