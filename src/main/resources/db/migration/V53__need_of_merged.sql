-- Needs of a person as they were before a merge: what was known then is no news when the person stands again.
CREATE TABLE need_of_merged (
    family_id bigint NOT NULL CONSTRAINT need_of_merged_family_fk REFERENCES family ON DELETE CASCADE,
    person_id bigint NOT NULL CONSTRAINT need_of_merged_person_fk REFERENCES person,
    code      text   NOT NULL,
    grade     text   NOT NULL,
    agency    text   NOT NULL,
    first_on  date   NOT NULL,
    last_on   date   NOT NULL,
    fact      text   NOT NULL,
    evidence  text[] NOT NULL,
    CONSTRAINT need_of_merged_pk PRIMARY KEY (person_id, family_id, code, agency)
);
