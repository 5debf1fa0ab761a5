-- What the witness of the sharing log cosigned last, so that the next checkpoint comes with the proof from there.
CREATE TABLE sharing_cosigned (
    origin text        CONSTRAINT sharing_cosigned_pk PRIMARY KEY,
    size   bigint      NOT NULL CONSTRAINT sharing_cosigned_size CHECK (size > 0),
    note   text        NOT NULL,
    at     timestamptz NOT NULL
);
COMMENT ON COLUMN sharing_cosigned.at IS 'time of the witness';
