-- The monthly audit: entries drawn at random by a seed that is kept, what people found of each, and a second person's signature.
CREATE TABLE sharing_sample (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sharing_sample_pk PRIMARY KEY,
    month      date        NOT NULL CONSTRAINT sharing_sample_month_first CHECK (extract(day FROM month) = 1),
    size       integer     NOT NULL CONSTRAINT sharing_sample_size_range CHECK (size BETWEEN 1 AND 200),
    seed       text        NOT NULL,
    newest     bigint      NOT NULL,
    population bigint      NOT NULL,
    drawn_by   text        NOT NULL,
    drawn_at   timestamptz NOT NULL,
    signed_by  text,
    signed_at  timestamptz,
    remark     text,
    CONSTRAINT sharing_sample_signature CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (remark IS NULL)),
    CONSTRAINT sharing_sample_other_person CHECK (signed_by <> drawn_by)
);
COMMENT ON COLUMN sharing_sample.seed IS 'the entries with the smallest SHA-256 of the seed and their id are the sample';
COMMENT ON COLUMN sharing_sample.newest IS 'ordinal of the newest entry when it was drawn';
COMMENT ON COLUMN sharing_sample.population IS 'how many entries it was drawn from';

CREATE TABLE sharing_sample_entry (
    sample_id bigint  NOT NULL CONSTRAINT sharing_sample_entry_sample_fk REFERENCES sharing_sample,
    place     integer NOT NULL,
    entry     text    NOT NULL,
    CONSTRAINT sharing_sample_entry_pk PRIMARY KEY (sample_id, place),
    CONSTRAINT sharing_sample_entry_once UNIQUE (sample_id, entry)
);
COMMENT ON COLUMN sharing_sample_entry.entry IS 'id of the entry of the sharing log';

-- The latest one of an entry counts; the earlier ones stay.
CREATE TABLE sharing_sample_judgement (
    id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sharing_sample_judgement_pk PRIMARY KEY,
    sample_id bigint      NOT NULL,
    place     integer     NOT NULL,
    verdict   text        NOT NULL CONSTRAINT sharing_sample_judgement_verdict_known CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED', 'QUERY')),
    note      text        NOT NULL,
    by_whom   text        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT sharing_sample_judgement_entry_fk FOREIGN KEY (sample_id, place) REFERENCES sharing_sample_entry
);
CREATE INDEX sharing_sample_judgement_entry ON sharing_sample_judgement (sample_id, place, id);
