-- What a decision on a page says in free words beside its reason: sealed, opened one at a time with a reason.
CREATE TABLE answer_words (
    decision_id text        NOT NULL CONSTRAINT answer_words_pk PRIMARY KEY CONSTRAINT answer_words_decision_fk REFERENCES decision ON DELETE CASCADE,
    sealed      bytea       NOT NULL,
    at          timestamptz NOT NULL
);
COMMENT ON COLUMN answer_words.sealed IS 'encrypted JSON of named texts, bound to the decision id';
