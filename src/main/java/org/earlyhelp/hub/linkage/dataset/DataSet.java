package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Records as columns of text. Of one file, within which duplicates are sought, or of two files one after the other,
 * between which links are sought. Values may be null or blank: not stated.
 *
 * @param records the number of records
 * @param left    how many of them, the first, are of the left file; all when there is one file
 */
public record DataSet(int records, int left, List<Column> columns) {
    /** The most columns of identifiers and others together. */
    public static final int REPEATED_COLUMNS_LIMIT = 16;

    /**
     * One column.
     *
     * @param name   how to name it to a person, such as the header
     * @param values one a record
     */
    public record Column(Field field, String name, String[] values) {
    }

    public DataSet {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.values.length != records) {
                throw new IllegalArgumentException("column " + column.name + " has " + column.values.length + " values, expected " + records);
            }
        }
    }

    /** Records of one file. */
    public static DataSet of(int records, List<Column> columns) {
        return new DataSet(records, records, columns);
    }

    /** Whether links between two files are sought. */
    public boolean isLinking() {
        return left < records;
    }

    /** Whether two records may be paired: always in one file, across the files in two. */
    boolean mayPair(int one, int other) {
        return !isLinking() || one < left != other < left;
    }

    /** How many pairs the records have. */
    double allPairs() {
        return isLinking() ? (double) left * (records - left) : (double) records * (records - 1) / 2;
    }

    /** The columns of a field, in their order. */
    List<Column> columns(Field field) {
        List<Column> found = new ArrayList<>();
        for (Column column : columns) {
            if (column.field == field) {
                found.add(column);
            }
        }
        return found;
    }
}
