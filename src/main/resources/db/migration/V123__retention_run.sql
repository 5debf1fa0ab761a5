-- What has run out by the periods of the agreements, found daily, and gone once two people said so.
CREATE TABLE retention_run (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT retention_run_pk PRIMARY KEY,
    as_of        date        NOT NULL,
    state        text        NOT NULL CONSTRAINT retention_run_state_known CHECK (state IN ('FOUND', 'ASKED', 'DECLINED', 'CONFIRMED', 'DONE')),
    found_at     timestamptz NOT NULL,
    asked_by     text,
    asked_at     timestamptz,
    decided_by   text,
    decided_at   timestamptz,
    done_at      timestamptz,
    entries      text[]      NOT NULL DEFAULT '{}',
    CONSTRAINT retention_run_two_people CHECK (state NOT IN ('CONFIRMED', 'DONE') OR decided_by <> asked_by)
);
COMMENT ON COLUMN retention_run.as_of IS 'what had run out before this day; nothing later goes with this run';
CREATE UNIQUE INDEX retention_run_one_open ON retention_run ((true)) WHERE state IN ('FOUND', 'ASKED', 'CONFIRMED');

CREATE TABLE retention_line (
    run_id     bigint NOT NULL CONSTRAINT retention_line_run_fk REFERENCES retention_run ON DELETE CASCADE,
    agency     text   NOT NULL,
    data_class text   NOT NULL,
    before     date   NOT NULL,
    items      bigint NOT NULL,
    people     bigint NOT NULL,
    oldest     date   NOT NULL,
    gone       bigint NOT NULL DEFAULT 0,
    CONSTRAINT retention_line_pk PRIMARY KEY (run_id, agency, data_class)
);
COMMENT ON COLUMN retention_line.before IS 'the last fact of the class is older than this day';
COMMENT ON COLUMN retention_line.gone IS 'items that went with the run';
