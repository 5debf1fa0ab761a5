-- The tamper-evident log (RFC 6962, C2SP tlog-tiles): the order of the entries, the hashes above them, and what was signed.
CREATE TABLE sharing_leaf (
    leaf       bigint CONSTRAINT sharing_leaf_pk PRIMARY KEY,
    ordinal    bigint NOT NULL CONSTRAINT sharing_leaf_ordinal_unique UNIQUE,
    commitment bytea  NOT NULL CONSTRAINT sharing_leaf_commitment_length CHECK (octet_length(commitment) = 32)
);
COMMENT ON COLUMN sharing_leaf.leaf IS 'index in the log, from 0 without a gap';
COMMENT ON COLUMN sharing_leaf.ordinal IS 'of the entry; the order of leaves is that of commits, not of ordinals';

CREATE TABLE sharing_tile (
    level  smallint,
    number bigint,
    hashes bytea NOT NULL CONSTRAINT sharing_tile_length CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    CONSTRAINT sharing_tile_pk PRIMARY KEY (level, number)
);
COMMENT ON TABLE sharing_tile IS 'up to 256 hashes side by side; a tile that is not full grows';

-- One row a signed checkpoint. No two of one size, and none follows two, so that the log cannot fork.
CREATE TABLE sharing_checkpoint (
    origin   text,
    size     bigint,
    previous bigint      NOT NULL,
    root     bytea       NOT NULL CONSTRAINT sharing_checkpoint_root_length CHECK (octet_length(root) = 32),
    note     text        NOT NULL,
    at       timestamptz NOT NULL,
    key      smallint    NOT NULL,
    stamp    bytea       NOT NULL,
    CONSTRAINT sharing_checkpoint_pk PRIMARY KEY (origin, size),
    CONSTRAINT sharing_checkpoint_one_follows UNIQUE (origin, previous),
    CONSTRAINT sharing_checkpoint_grows CHECK (previous >= 0 AND previous < size)
);
CREATE INDEX sharing_checkpoint_size ON sharing_checkpoint (size, at);
COMMENT ON COLUMN sharing_checkpoint.previous IS 'size of the checkpoint before, 0 for the first';
COMMENT ON COLUMN sharing_checkpoint.at IS 'time of the machine that signed';
COMMENT ON COLUMN sharing_checkpoint.key IS 'number of the signing key that made the stamp';
COMMENT ON COLUMN sharing_checkpoint.stamp IS 'HMAC over all of the row, made with the signing key: nobody without it can change or leave out a row unseen';
