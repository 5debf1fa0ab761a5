/**
 * Turns facts into needs and a level by the files of {@code rules/}, each with its reasons and evidence. Never a
 * score. Takes its work from {@code family_work} and tells {@link org.earlyhelp.hub.need.FamilyAssessed}.
 */
package org.earlyhelp.hub.need;
