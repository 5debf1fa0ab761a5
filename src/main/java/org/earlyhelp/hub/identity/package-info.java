/**
 * Who is who: links mentions to people, people to families, one writer at a time, every step kept. Takes its work
 * from {@code record_work}, leaves work in {@code family_work}. Knows nothing of needs.
 */
package org.earlyhelp.hub.identity;
