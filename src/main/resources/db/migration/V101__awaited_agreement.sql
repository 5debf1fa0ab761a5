-- What of an alert was kept back because an agency's agreement was not in force; it goes by itself when it is again.
CREATE TABLE awaited_agreement (
    alert_ref text        NOT NULL,
    agency    text        NOT NULL,
    what      text        NOT NULL,
    since     timestamptz NOT NULL,
    CONSTRAINT awaited_agreement_pk PRIMARY KEY (alert_ref, agency, what),
    CONSTRAINT awaited_agreement_what CHECK (what IN ('FACTS', 'OUTCOME'))
);
COMMENT ON COLUMN awaited_agreement.what IS 'FACTS: the agency''s facts were left out of a message that went. OUTCOME: the agency was not told what was decided';
CREATE INDEX awaited_agreement_by_agency ON awaited_agreement (agency, since);
