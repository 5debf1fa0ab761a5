package org.earlyhelp.hub.format;

/** The limits of every file, so that no sender can fill the memory. What happens at each is a tested behaviour. */
public final class SourceLimits {
    /** A longer line of CSV, HL7 or line-wise JSON, or a longer JSON or XML record, refuses the file: LIMIT_EXCEEDED. */
    public static final int RECORD_LIMIT_CHARACTERS = 2_000_000;
    /** A longer text in one field refuses its record: FIELD_TOO_LONG. */
    public static final int FIELD_LIMIT_CHARACTERS = 200_000;
    /** More columns in a CSV header refuse the file: LIMIT_EXCEEDED. */
    public static final int COLUMN_LIMIT = 500;
    /** Deeper JSON or XML refuses the file: LIMIT_EXCEEDED. */
    public static final int NESTING_LIMIT = 50;
    /** More segments in one HL7 message refuse the file: LIMIT_EXCEEDED. */
    public static final int SEGMENT_LIMIT = 2_000;

    /** A longer record that cannot be read is not mended here: its sender sends it again. */
    public static final int MENDED_LIMIT_CHARACTERS = 20_000;

    private SourceLimits() {
    }
}
