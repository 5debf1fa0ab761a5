/** Camel's side of intake: the data format, the wake-able poll, and the loader that checks the route files. */
package org.earlyhelp.hub.intake.route;
