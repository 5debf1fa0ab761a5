/**
 * The papers that a controller must keep, drafted from the agreements, mappings and rules in force, so that they say what the
 * hub does and not what it was once meant to do. Start at {@link PaperKind}. No paper holds a person's data: kinds, sources and
 * counts only. What only people can say is left as a marked gap.
 */
package org.earlyhelp.hub.web.papers;
