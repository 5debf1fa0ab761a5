package org.earlyhelp.hub.sharing.tell;

/** A way to tell somebody outside. A bean of this type is served by a thread of its own, so that a dead one holds up no other. */
public interface TellingChannel {
    /** Short and lasting, such as {@code alarm-mail}: what waits for this channel is kept under it. */
    String name();

    /** Tells; throws RuntimeException when it was not taken, and is then asked again with the same {@link Telling#id()}. */
    void send(Telling telling);
}
