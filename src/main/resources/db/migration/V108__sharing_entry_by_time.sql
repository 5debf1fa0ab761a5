-- Staff search the log by days, newest first. By time an old month is found without going through all that is newer, which an order by
-- ordinal cannot promise, so the indexes that lists use end in (at, ordinal).
ALTER TABLE sharing_entry
    ADD COLUMN withheld smallint NOT NULL DEFAULT 0 CONSTRAINT sharing_entry_withheld_positive CHECK (withheld >= 0);
COMMENT ON COLUMN sharing_entry.withheld IS 'how many fields were kept back';
DO $$
BEGIN
    -- Entries of an older hub are open until its next start has sealed them; after that there is nothing to count.
    IF EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'sharing_entry' AND column_name = 'payload') THEN
        UPDATE sharing_entry SET withheld = jsonb_array_length(payload::jsonb -> 'withheld') WHERE jsonb_typeof(payload::jsonb -> 'withheld') = 'array';
    END IF;
END
$$;

DROP INDEX sharing_entry_recipient, sharing_entry_source, sharing_entry_who, sharing_entry_kind, sharing_entry_at, sharing_entry_without_agreement;
CREATE INDEX sharing_entry_at ON sharing_entry (at, ordinal);
CREATE INDEX sharing_entry_recipient ON sharing_entry (recipient, at, ordinal);
CREATE INDEX sharing_entry_source ON sharing_entry (source, at, ordinal);
CREATE INDEX sharing_entry_kind ON sharing_entry (kind, at, ordinal);
CREATE INDEX sharing_entry_basis ON sharing_entry (basis, at, ordinal) WHERE basis IS NOT NULL;
CREATE INDEX sharing_entry_who ON sharing_entry (who, at, ordinal) WHERE who IS NOT NULL;
CREATE INDEX sharing_entry_standing ON sharing_entry (standing, at, ordinal) WHERE standing <> 'IN_FORCE';
CREATE INDEX sharing_entry_withheld ON sharing_entry (at, ordinal) WHERE withheld > 0;
