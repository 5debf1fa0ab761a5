-- Up to which version each person has seen an alert: what is new since they looked.
CREATE TABLE alert_look (
    alert_ref       text        NOT NULL CONSTRAINT alert_look_alert_fk REFERENCES alert (ref) ON DELETE CASCADE,
    account         text        NOT NULL,
    version         integer     NOT NULL,
    earlier_version integer,
    earlier_at      timestamptz,
    at              timestamptz NOT NULL,
    CONSTRAINT alert_look_pk PRIMARY KEY (alert_ref, account)
);
COMMENT ON COLUMN alert_look.at IS 'when this version was first opened';
COMMENT ON COLUMN alert_look.earlier_version IS 'the version seen before; null when there was none';
COMMENT ON COLUMN alert_look.earlier_at IS 'when that one was first opened';
