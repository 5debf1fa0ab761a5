-- Partings of people of whom one has a hidden place: one person proposes, a second, different person carries it out. A proposal that no longer fits
-- (merged on, taken out already) stays as what it was: history.
CREATE TABLE parting (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT parting_pk PRIMARY KEY,
    person_id   bigint      NOT NULL CONSTRAINT parting_person_fk REFERENCES person,
    gone_id     bigint      CONSTRAINT parting_gone_fk REFERENCES person,
    mention_id  bigint      CONSTRAINT parting_mention_fk REFERENCES mention ON DELETE CASCADE,
    state       text        NOT NULL DEFAULT 'WAITING' CONSTRAINT parting_state_known CHECK (state IN ('WAITING', 'DONE', 'DECLINED')),
    proposed_by text        NOT NULL,
    reason      text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by  text,
    decided_reason text,
    decided_at  timestamptz,
    CONSTRAINT parting_of_one_kind CHECK (num_nonnulls(gone_id, mention_id) = 1)
);
COMMENT ON COLUMN parting.gone_id IS 'whom an unmerge would take out of the person';
COMMENT ON COLUMN parting.mention_id IS 'which record of the person a split would take out';
CREATE UNIQUE INDEX parting_asked_once ON parting (person_id, coalesce(gone_id, 0), coalesce(mention_id, 0)) WHERE state = 'WAITING';
