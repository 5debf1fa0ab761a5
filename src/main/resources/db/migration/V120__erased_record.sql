-- Marks of records that were erased: the same record sent again is not taken. A keyed hash each, the key outside the database:
-- without it nobody can tell what a mark is of.
CREATE TABLE erased_record (
    mark    bytea   NOT NULL CONSTRAINT erased_record_pk PRIMARY KEY CONSTRAINT erased_record_mark_length CHECK (octet_length(mark) = 32),
    version integer NOT NULL,
    until   date    NOT NULL
);
COMMENT ON COLUMN erased_record.mark IS 'HMAC-SHA-256 of agency, feed and source reference, in feeds without versions of the content too';
COMMENT ON COLUMN erased_record.version IS 'up to this version the record is not taken again; a later one is news';
COMMENT ON COLUMN erased_record.until IS 'attendance: marks of days up to this one are not taken again';
