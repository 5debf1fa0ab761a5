/**
 * The monthly audit of the sharing log: a random sample that can be drawn again, a judgement of each entry, a second
 * person's signature and a report to print. Start at {@link org.earlyhelp.hub.web.governance.sampling.SampleDesk}.
 */
package org.earlyhelp.hub.web.governance.sampling;
