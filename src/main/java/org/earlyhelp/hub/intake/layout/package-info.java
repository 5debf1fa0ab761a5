/**
 * The layouts of {@code mappings/} as people brought them into force: a changed file is a proposal until two people activate it,
 * and in a demonstration comes into force at once. Start at {@link org.earlyhelp.hub.intake.layout.LayoutVersions}.
 */
@org.springframework.modulith.NamedInterface("layout")
package org.earlyhelp.hub.intake.layout;
