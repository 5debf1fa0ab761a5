-- What is known here of the keys that lie outside the database, so that a missing or exchanged key file is noticed at the start.
CREATE TABLE sharing_key (
    kind   text CONSTRAINT sharing_key_kind CHECK (kind IN ('SIGNING', 'SEAL')),
    number integer,
    mark   text NOT NULL,
    state  text NOT NULL CONSTRAINT sharing_key_state CHECK (state IN ('IN_USE', 'RETIRED', 'LOST')),
    CONSTRAINT sharing_key_pk PRIMARY KEY (kind, number)
);
COMMENT ON COLUMN sharing_key.mark IS 'the public key of a signing key, a fingerprint of a sealing key; never a key';
