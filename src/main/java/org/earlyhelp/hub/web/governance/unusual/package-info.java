/**
 * Unusual access: rules that go through what each account looked at on a day, and the review of what they find by somebody
 * else. Start at {@link org.earlyhelp.hub.web.governance.unusual.UnusualFinder}. Shows accounts and references, nobody's name.
 */
package org.earlyhelp.hub.web.governance.unusual;
