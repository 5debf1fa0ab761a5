/**
 * What happened to a file, a record, a person, a family or an alert, step by step, and why an alert did not come. Tells
 * references, codes and times and no value. Start at {@link org.earlyhelp.hub.web.why.WhyTeller}; who asks for a person is
 * noted in the sharing log before anything is told.
 */
@org.springframework.modulith.NamedInterface("why")
package org.earlyhelp.hub.web.why;
