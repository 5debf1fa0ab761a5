package org.earlyhelp.hub.mapping;

/**
 * One place of a record that its mapping reads. Holds a value: personal data.
 *
 * @param key       the place within the record; the same for the same place however often the record is read
 * @param name      the sender's own name of it, with a number where several parts of the record have it
 * @param text      what stands there, several joined by {@code ", "}; "" when nothing does
 * @param dataClass the data class by its name in the agreements
 */
public record ReadField(String key, String name, String text, String dataClass) {
}
