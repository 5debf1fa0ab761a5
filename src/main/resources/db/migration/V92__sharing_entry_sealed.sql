-- What an entry says is encrypted with keys that lie outside the database, and committed to so that it can be erased while every proof stays valid.
-- Entries of an older hub keep their open payload until the next start has sealed them; then the column goes.
ALTER TABLE sharing_entry
    ADD COLUMN sealed     bytea,
    ADD COLUMN commitment bytea;
UPDATE sharing_entry SET commitment = sha256('\x10'::bytea || salt || convert_to(payload, 'UTF8'));
ALTER TABLE sharing_entry
    ALTER COLUMN commitment SET NOT NULL,
    ALTER COLUMN salt DROP NOT NULL,
    ALTER COLUMN payload DROP NOT NULL,
    ADD CONSTRAINT sharing_entry_commitment_length CHECK (octet_length(commitment) = 32);
COMMENT ON COLUMN sharing_entry.sealed IS 'canonical JSON (RFC 8785), AES-256-GCM under a key of its own that is wrapped beside it; null once erased';
COMMENT ON COLUMN sharing_entry.commitment IS 'SHA-256(0x10 || salt || payload), the entry of the tamper-evident log';
COMMENT ON COLUMN sharing_entry.salt IS '32 random bytes; null once erased';

-- Entries that have no place in the tamper-evident log yet; written with the entry, taken away when it gets one.
CREATE TABLE sharing_pending (
    ordinal bigint      CONSTRAINT sharing_pending_pk PRIMARY KEY,
    since   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN sharing_pending.since IS 'time of the database, not of the hub''s clock';
INSERT INTO sharing_pending (ordinal) SELECT ordinal FROM sharing_entry;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM sharing_entry) THEN
        ALTER TABLE sharing_entry DROP COLUMN payload;
    END IF;
END
$$;
