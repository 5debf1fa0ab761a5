/**
 * What happens to one file: received, checked as a whole, taken record by record, decided, answered. Each step commits
 * on its own and may be repeated after a crash. Start at {@link DeliveryDoor}. Knows no Camel.
 */
package org.earlyhelp.hub.intake.take;
