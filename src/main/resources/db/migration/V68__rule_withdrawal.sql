-- Rules that a manager withdrew, and the alerts that rested on them alone.
CREATE TABLE rule_withdrawal (
    id       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT rule_withdrawal_pk PRIMARY KEY,
    rule     text        NOT NULL,
    reason   text        NOT NULL,
    by_whom  text        NOT NULL,
    at       timestamptz NOT NULL,
    alerts   text[]      NOT NULL,
    waiting  integer     NOT NULL
);
COMMENT ON COLUMN rule_withdrawal.waiting IS 'families that left the backlog with it';
