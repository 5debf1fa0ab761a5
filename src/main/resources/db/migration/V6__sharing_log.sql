-- One act for one person (and one source agreement), written in the transaction of the act.
CREATE TABLE sharing_entry (
    ordinal   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sharing_entry_pk PRIMARY KEY,
    id        text        NOT NULL CONSTRAINT sharing_entry_id_unique UNIQUE,
    act       text        NOT NULL,
    kind      text        NOT NULL,
    person    text,
    recipient text        NOT NULL,
    agreement text,
    payload   text        NOT NULL,
    salt      bytea       NOT NULL CONSTRAINT sharing_entry_salt_length CHECK (octet_length(salt) = 32),
    at        timestamptz NOT NULL
);
COMMENT ON COLUMN sharing_entry.payload IS 'canonical JSON, RFC 8785';
COMMENT ON COLUMN sharing_entry.person IS 'P- reference; null for an act about no single person, such as a refused search';
CREATE INDEX sharing_entry_person ON sharing_entry (person, ordinal);
CREATE INDEX sharing_entry_act ON sharing_entry (act);
