/**
 * How alike two values of one field are, as a named level: names, dates, places, numbers. Start at
 * {@link org.earlyhelp.hub.linkage.compare.FieldComparison}. Knows no records and no weights.
 */
@org.springframework.modulith.NamedInterface("compare")
package org.earlyhelp.hub.linkage.compare;
