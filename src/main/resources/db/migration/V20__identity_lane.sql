-- One row: which hub wrote identities last. Locked by every writer; another holder means the memory of who is who is stale.
CREATE TABLE identity_lane (
    only_row boolean NOT NULL DEFAULT true CONSTRAINT identity_lane_pk PRIMARY KEY CONSTRAINT identity_lane_one_row CHECK (only_row),
    holder   text    NOT NULL
);
INSERT INTO identity_lane (holder) VALUES ('nobody');
