-- What the sharing log is searched by, drawn out of each entry's payload; pages go through it newest first, by ordinal.
ALTER TABLE sharing_entry
    ADD COLUMN source   text,
    ADD COLUMN purpose  text,
    ADD COLUMN basis    text,
    ADD COLUMN who      text,
    ADD COLUMN channel  text,
    ADD COLUMN standing text,
    ADD COLUMN level    smallint CONSTRAINT sharing_entry_level_range CHECK (level BETWEEN 1 AND 4);
COMMENT ON COLUMN sharing_entry.source IS 'agency whose data it is, hub for what the hub worked out; null when no data is concerned';
COMMENT ON COLUMN sharing_entry.basis IS 'the Articles alone, such as 6(1)(e) 9(2)(g); null for an act that discloses nothing';
COMMENT ON COLUMN sharing_entry.who IS 'account that asked; null for a machine';
COMMENT ON COLUMN sharing_entry.standing IS 'of the agreement on the day, or NO_AGREEMENT_IN_FORCE; null for an act that discloses nothing';
COMMENT ON COLUMN sharing_entry.level IS 'of the family that made it necessary; null when no alert is behind it';

UPDATE sharing_entry SET
    source   = payload::jsonb ->> 'source',
    purpose  = payload::jsonb ->> 'purpose',
    basis    = (SELECT string_agg(article[1], ' ') FROM regexp_matches(concat_ws(' ', payload::jsonb ->> 'article6', payload::jsonb ->> 'article9'),
                '([0-9]+\([0-9]+\)\([a-z]\))', 'g') AS article),
    who      = payload::jsonb -> 'recipient' ->> 'who',
    channel  = payload::jsonb ->> 'channel',
    standing = payload::jsonb ->> 'agreementStanding',
    level    = (payload::jsonb ->> 'level')::smallint;

CREATE INDEX sharing_entry_recipient ON sharing_entry (recipient, ordinal);
CREATE INDEX sharing_entry_source ON sharing_entry (source, ordinal);
CREATE INDEX sharing_entry_who ON sharing_entry (who, ordinal) WHERE who IS NOT NULL;
CREATE INDEX sharing_entry_kind ON sharing_entry (kind, ordinal);
CREATE INDEX sharing_entry_at ON sharing_entry (at);
CREATE INDEX sharing_entry_without_agreement ON sharing_entry (ordinal) WHERE standing = 'NO_AGREEMENT_IN_FORCE';
