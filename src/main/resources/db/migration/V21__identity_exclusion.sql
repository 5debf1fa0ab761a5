-- Pairs of people that a steward keeps apart: no rule joins them again. Written both ways round.
CREATE TABLE identity_exclusion (
    person_id bigint NOT NULL CONSTRAINT identity_exclusion_person_fk REFERENCES person,
    other_id  bigint NOT NULL CONSTRAINT identity_exclusion_other_fk REFERENCES person,
    CONSTRAINT identity_exclusion_pk PRIMARY KEY (person_id, other_id)
);
