package org.earlyhelp.hub.mapping;

import java.util.Map;

/**
 * What a mapping says of one field of the sender.
 *
 * @param senderName the sender's own name, such as a column; several joined by a comma; "" for a fixed value
 * @param of         whose field it is: a role such as CHILD, or "record"
 * @param place      the place in the hub's model, such as {@code dateOfBirth}
 * @param label      the same in plain words
 * @param dataClass  the data class by its name in the agreements
 * @param help       a sentence for the sender; may be ""
 * @param form       how the value is written, such as "a date as dd/MM/yyyy"; may be ""
 * @param codes      what the sender may send, and what the hub takes it for; empty when there is no list
 * @param example    a made-up text of this field; "" when none can be made up
 */
public record MappedField(String senderName, String of, String place, String label, String dataClass, String help,
                          String form, boolean required, Map<String, String> codes, String example) {
}
