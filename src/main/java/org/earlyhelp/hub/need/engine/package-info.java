/** The rules' arithmetic: facts of one family in, an assessment out. Pure, so every rule is tested without a database. */
@org.springframework.modulith.NamedInterface("engine")
package org.earlyhelp.hub.need.engine;
