/** The Early Help Hub: the main class, and one package a room. Read {@code src/docs/adr} for why the rooms are cut as they are. */
package org.earlyhelp.hub;
