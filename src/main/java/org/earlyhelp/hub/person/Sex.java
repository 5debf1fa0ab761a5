package org.earlyhelp.hub.person;

/** Sex as the sender states it; {@code U} is stated as unknown. */
public enum Sex {
    F, M, U
}
