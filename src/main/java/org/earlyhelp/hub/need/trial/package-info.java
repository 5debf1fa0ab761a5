/**
 * The what-if: every family assessed under the rules in force and under a candidate, side by side. Start at
 * {@link org.earlyhelp.hub.need.trial.WhatIf}. Pure but for the stream of facts it is given; writes nothing.
 */
@org.springframework.modulith.NamedInterface("trial")
package org.earlyhelp.hub.need.trial;
