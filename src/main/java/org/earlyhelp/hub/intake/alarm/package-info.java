/**
 * What an operator must see: raised once and over once, however often it is noticed, kept over a restart, shown on pages and
 * told outside by {@code HUB_ALARM_WEBHOOK} and {@code HUB_ALARM_MAIL}. Start at {@link org.earlyhelp.hub.intake.alarm.OperatorAlarms}.
 */
@org.springframework.modulith.NamedInterface("alarm")
package org.earlyhelp.hub.intake.alarm;
