-- What an alert needs to live through corrections, hand-overs and merged families.
ALTER TABLE alert
    ADD COLUMN grounds      jsonb   NOT NULL DEFAULT '[]',
    ADD COLUMN because      text,
    ADD COLUMN successor    text,
    ADD COLUMN merged_since boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN alert.grounds IS 'needs and harm tests it rests on, with their evidence as it stood: tells a correction from time';
COMMENT ON COLUMN alert.because IS 'why it ended or where it came from: STEPPED_UP, MERGED, HANDED_OVER, HANDED_BACK, EVIDENCE_TAKEN_BACK';
COMMENT ON COLUMN alert.successor IS 'the alert that took the family over';
COMMENT ON COLUMN alert.merged_since IS 'another alert was merged into it and nobody was told yet what that held';
CREATE INDEX alert_family ON alert (family_id);
CREATE INDEX alert_decide_due ON alert (decide_by) WHERE status IN ('RAISED', 'ACKNOWLEDGED');

-- Outcomes for referring agencies, written as files after the commit; the id is the sharing-log entry.
CREATE TABLE outcome_file (
    entry      text        NOT NULL CONSTRAINT outcome_file_pk PRIMARY KEY,
    agency     text        NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL,
    written_at timestamptz
);
CREATE INDEX outcome_file_unwritten ON outcome_file (created_at) WHERE written_at IS NULL;

-- Who is to be told that an alert waits too long. One row per alert and notice; no personal data.
CREATE TABLE alert_notice (
    alert_ref text        NOT NULL,
    notice    text        NOT NULL,
    told      text        NOT NULL CONSTRAINT alert_notice_told_known CHECK (told IN ('manager', 'out-of-hours')),
    message   text        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT alert_notice_pk PRIMARY KEY (alert_ref, notice)
);
