/** Reads a family's facts; writes its needs, level and seen evidence. */
package org.earlyhelp.hub.need.storage;
