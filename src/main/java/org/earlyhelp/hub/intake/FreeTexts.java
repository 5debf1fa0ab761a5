package org.earlyhelp.hub.intake;

import java.util.Map;

/** The free texts of records, kept encrypted and opened one record at a time. The caller logs the disclosure. */
public interface FreeTexts {
    /** Named texts (such as circumstances, narrative) of the record with that opaque id; empty when it has none. */
    Map<String, String> open(String recordRef);
}
