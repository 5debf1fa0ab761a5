-- Pairs of people a steward is asked about. Both stand as they were when the pair was raised; who stands for them now is
-- found along person.gone_into, so that a merge carries a pair along and an unmerge gives it back.
CREATE TABLE review_pair (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT review_pair_pk PRIMARY KEY,
    one_id      bigint      NOT NULL CONSTRAINT review_pair_one_fk REFERENCES person,
    other_id    bigint      NOT NULL CONSTRAINT review_pair_other_fk REFERENCES person,
    reason      text        NOT NULL,
    mention_id  bigint      CONSTRAINT review_pair_mention_fk REFERENCES mention ON DELETE SET NULL,
    weight      double precision,
    findings    text[]      NOT NULL DEFAULT '{}',
    raised_at   timestamptz NOT NULL,
    evidence_at timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN'
        CONSTRAINT review_pair_state_known CHECK (state IN ('OPEN', 'WAITING', 'SAME', 'DIFFERENT', 'NOT_SURE', 'UNDONE')),
    version     integer     NOT NULL DEFAULT 0,
    decided_by  text,
    decided_at  timestamptz,
    kept_id     bigint      CONSTRAINT review_pair_kept_fk REFERENCES person,
    settled     text,
    gone_id     bigint      CONSTRAINT review_pair_gone_fk REFERENCES person,
    CONSTRAINT review_pair_order CHECK (one_id < other_id),
    CONSTRAINT review_pair_unique UNIQUE (one_id, other_id)
);
COMMENT ON COLUMN review_pair.reason IS 'a linkage reason: why the hub could not decide';
COMMENT ON COLUMN review_pair.findings IS 'what the findings about the same doubt are about: a decision closes them';
COMMENT ON COLUMN review_pair.evidence_at IS 'when a record last raised the doubt';
COMMENT ON COLUMN review_pair.settled IS 'reason of the link that a decision made certain, so that undoing makes it doubtful again';
COMMENT ON COLUMN review_pair.kept_id IS 'of the merge that the decision made, so that it can be undone';
CREATE INDEX review_pair_other ON review_pair (other_id);
CREATE INDEX review_pair_mention ON review_pair (mention_id);

-- What people did about a pair, in order. The reason is in their words.
CREATE TABLE review_step (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT review_step_pk PRIMARY KEY,
    pair_id bigint      NOT NULL CONSTRAINT review_step_pair_fk REFERENCES review_pair,
    version integer     NOT NULL,
    act     text        NOT NULL,
    by_whom text        NOT NULL,
    reason  text        NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT review_step_once UNIQUE (pair_id, version)
);
CREATE INDEX review_step_at ON review_step (at);

-- Who was merged into a person: asked for each pair raised.
CREATE INDEX person_gone_into ON person (gone_into) WHERE gone_into IS NOT NULL;
