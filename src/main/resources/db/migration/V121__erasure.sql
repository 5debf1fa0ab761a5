-- One row an erasure that somebody asked for: who proposed it, who confirmed it, and the proof of what was taken out. Once it is
-- done the row tells nobody who it was about.
CREATE TABLE erasure (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT erasure_pk PRIMARY KEY,
    ref           text        NOT NULL CONSTRAINT erasure_ref_unique UNIQUE,
    person        text,
    ground        text        NOT NULL,
    reason        text        NOT NULL,
    override      text,
    state         text        NOT NULL CONSTRAINT erasure_state_known CHECK (state IN ('PROPOSED', 'DECLINED', 'CONFIRMED', 'DONE')),
    proposed_by   text        NOT NULL,
    proposed_at   timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    decided_words text,
    traces        bytea,
    counts        jsonb       NOT NULL DEFAULT '[]',
    entries       text[]      NOT NULL DEFAULT '{}',
    done_at       timestamptz,
    CONSTRAINT erasure_two_people CHECK (state IN ('PROPOSED', 'DECLINED') OR decided_by <> proposed_by),
    CONSTRAINT erasure_forgets CHECK (state NOT IN ('DECLINED', 'DONE') OR person IS NULL AND traces IS NULL)
);
COMMENT ON COLUMN erasure.person IS 'P- reference; null once it is declined or the database has forgotten the person';
COMMENT ON COLUMN erasure.override IS 'why it goes on although something open stands against it; null when nothing does';
COMMENT ON COLUMN erasure.traces IS 'sealed: by what copies outside the database are known; null before it is confirmed and once it is done';
COMMENT ON COLUMN erasure.entries IS 'ids of the ERASED entries in the sharing log';
CREATE UNIQUE INDEX erasure_asked_once ON erasure (person) WHERE state IN ('PROPOSED', 'CONFIRMED');

-- What of a confirmed erasure is done: whatever is missing is done at the next start or the next look.
CREATE TABLE erasure_step (
    erasure_id bigint      NOT NULL CONSTRAINT erasure_step_erasure_fk REFERENCES erasure,
    place      text        NOT NULL,
    count      bigint      NOT NULL,
    waits      text,
    at         timestamptz NOT NULL,
    CONSTRAINT erasure_step_pk PRIMARY KEY (erasure_id, place)
);
COMMENT ON COLUMN erasure_step.waits IS 'why something is left for now; null when the place is clear';
CREATE SEQUENCE erasure_number;
