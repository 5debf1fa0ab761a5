-- When a need of a person began and ended: the table need holds only what holds now. Written with every assessment.
CREATE TABLE need_change (
    id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT need_change_pk PRIMARY KEY,
    person_id bigint      NOT NULL CONSTRAINT need_change_person_fk REFERENCES person ON DELETE CASCADE,
    code      text        NOT NULL,
    holds     boolean     NOT NULL,
    first_on  date,
    at        timestamptz NOT NULL
);
COMMENT ON COLUMN need_change.holds IS 'true: began to hold for this person by at least one agency; false: by none any more';
COMMENT ON COLUMN need_change.first_on IS 'date of the earliest evidence when it began; null when it ended';
CREATE INDEX need_change_latest ON need_change (person_id, code, id DESC);

-- What held before is known from the moment of this migration on, and not from when it began.
INSERT INTO need_change (person_id, code, holds, first_on, at)
SELECT person_id, code, true, min(first_on), CURRENT_TIMESTAMP FROM need GROUP BY person_id, code;
