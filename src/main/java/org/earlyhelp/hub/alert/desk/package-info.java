/**
 * What happens when: an assessment, a decision, a merged family, a fault of a sender. Each act, its sharing-log
 * entries and its outbox rows are one transaction. Start at {@link org.earlyhelp.hub.alert.desk.AlertDesk}.
 */
package org.earlyhelp.hub.alert.desk;
