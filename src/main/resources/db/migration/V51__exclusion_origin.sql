-- An exclusion that came with a person merged in goes with that person when the merge is undone.
ALTER TABLE identity_exclusion ADD COLUMN carried_from bigint CONSTRAINT identity_exclusion_carried_fk REFERENCES person;
COMMENT ON COLUMN identity_exclusion.carried_from IS 'the merged person it came with; null for one decided about the two themselves';
