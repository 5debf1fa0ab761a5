/**
 * The port by which data about people is taken out of every room that keeps it: rooms to the right implement it, the room of
 * rights asks all of them. Start at {@link org.earlyhelp.hub.sharing.erasure.Erasable}.
 */
@org.springframework.modulith.NamedInterface("erasure")
package org.earlyhelp.hub.sharing.erasure;
