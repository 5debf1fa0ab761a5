-- Refused rows, or a whole delivery, run again: counted first, then run when somebody says so.
CREATE TABLE quarantine_run (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_run_pk PRIMARY KEY,
    delivery_id bigint CONSTRAINT quarantine_run_delivery_fk REFERENCES delivery,
    scope       text        NOT NULL,
    state       text        NOT NULL CONSTRAINT quarantine_run_state_known CHECK (state IN ('COUNTING', 'COUNTED', 'RUNNING', 'DONE', 'LEFT', 'STOPPED')),
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    started_by  text,
    started_at  timestamptz,
    ended_at    timestamptz,
    rows        bigint      NOT NULL DEFAULT 0,
    rows_done   bigint      NOT NULL DEFAULT 0,
    would_take  bigint      NOT NULL DEFAULT 0,
    taken       bigint      NOT NULL DEFAULT 0,
    refused     bigint      NOT NULL DEFAULT 0,
    failures    integer     NOT NULL DEFAULT 0,
    why         text
);
COMMENT ON COLUMN quarantine_run.delivery_id IS 'the delivery that is run again whole; null when single rows are';
COMMENT ON COLUMN quarantine_run.rows_done IS 'of this count or run, whichever is going on';
COMMENT ON COLUMN quarantine_run.why IS 'why nothing of it could be run; else null';
CREATE INDEX quarantine_run_at_work ON quarantine_run (id) WHERE state IN ('COUNTING', 'RUNNING');

CREATE TABLE quarantine_run_row (
    run_id   bigint NOT NULL CONSTRAINT quarantine_run_row_run_fk REFERENCES quarantine_run,
    row_id   bigint NOT NULL CONSTRAINT quarantine_run_row_row_fk REFERENCES quarantine_row,
    foreseen text,
    outcome  text,
    CONSTRAINT quarantine_run_row_pk PRIMARY KEY (run_id, row_id)
);
COMMENT ON COLUMN quarantine_run_row.outcome IS 'TAKEN, or the code for which it was refused again; null until then';
CREATE INDEX quarantine_run_row_row ON quarantine_run_row (row_id, run_id);
