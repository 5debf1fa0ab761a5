package org.earlyhelp.hub.sharing;

/** A field somebody asks for: its name, its class, and the agency that stated it. Never its value. */
public record DisclosedField(String name, DataClass dataClass, String sourceAgency) {
}
