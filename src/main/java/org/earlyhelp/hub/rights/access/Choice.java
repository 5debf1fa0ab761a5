package org.earlyhelp.hub.rights.access;

/** What becomes of an item. */
public enum Choice { INCLUDE, REDACT, WITHHOLD }
