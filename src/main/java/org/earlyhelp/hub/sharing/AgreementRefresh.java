package org.earlyhelp.hub.sharing;

/** Brings the agreement book up to date with the folder and with what people, here or on another hub, have activated. */
public interface AgreementRefresh {
    /** Looks once. Never throws for what a file holds: what was good in it goes on. */
    void refresh();
}
