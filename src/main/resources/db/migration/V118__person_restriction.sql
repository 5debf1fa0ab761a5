-- People whose data may only be kept, and used to keep a child safe: no rule joins new records to them by likeness, no need below
-- safeguarding is raised. Kept by identity, set by the room of rights in two people's hands.
CREATE TABLE person_restriction (
    ref       text        NOT NULL CONSTRAINT person_restriction_pk PRIMARY KEY,
    person_id bigint      NOT NULL CONSTRAINT person_restriction_person_fk REFERENCES person,
    since     timestamptz NOT NULL,
    ended_at  timestamptz
);
COMMENT ON COLUMN person_restriction.ref IS 'reference of the request it was granted on';
CREATE INDEX person_restriction_standing ON person_restriction (person_id) WHERE ended_at IS NULL;
