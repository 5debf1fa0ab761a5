/**
 * When files are expected, and which feed is late, silent, shrunken, swollen or failing. Start at
 * {@link org.earlyhelp.hub.intake.calendar.FeedWatch}; {@link org.earlyhelp.hub.intake.calendar.FeedCalendar} is pure arithmetic.
 * It raises alarms for operators and nothing else: what a silent feed would have said is not known, so no fact comes of silence.
 */
@org.springframework.modulith.NamedInterface("calendar")
package org.earlyhelp.hub.intake.calendar;
