package org.earlyhelp.hub.sharing.erasure;

/** So many things of one kind that a room holds about somebody; {@code what} is a plain plural without values. */
public record HeldCount(String what, long count) {
}
