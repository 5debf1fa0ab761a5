package org.earlyhelp.hub.alert;

/** Whether those for whom notices are meant are told outside the pages too. */
@FunctionalInterface
public interface NoticeReach {
    /** {@code recipient} as in {@link AlertNotice#told()}. */
    boolean reaches(String recipient);
}
