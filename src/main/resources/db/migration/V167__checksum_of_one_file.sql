-- A checksum is for one file: given to the oldest that waits for one of its name, kept for the next only where none waits.
ALTER TABLE checksum_wait ADD COLUMN sha256 text CONSTRAINT checksum_wait_hexadecimal CHECK (sha256 ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN checksum_wait.sha256 IS 'what came for this file; null until then';
