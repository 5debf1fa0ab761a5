-- What an officer decided for one item of a subject access pack; an item without a row is as its kind of data has it.
CREATE TABLE access_choice (
    request_id text        NOT NULL CONSTRAINT access_choice_request_fk REFERENCES rights_request,
    item       text        NOT NULL,
    choice     text        NOT NULL CONSTRAINT access_choice_known CHECK (choice IN ('INCLUDE', 'REDACT', 'WITHHOLD')),
    exemption  text,
    words      bytea,
    by_whom    text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT access_choice_pk PRIMARY KEY (request_id, item)
);
COMMENT ON COLUMN access_choice.item IS 'opaque name of the item: room, record or mention, field; never a value';
COMMENT ON COLUMN access_choice.words IS 'sealed: the reason, and for a redaction the text that goes out instead';

-- The pack as it was released: what is handed over is this, however the data changes afterwards.
CREATE TABLE access_pack (
    request_id  text        NOT NULL CONSTRAINT access_pack_pk PRIMARY KEY CONSTRAINT access_pack_request_fk REFERENCES rights_request,
    prepared_by text        NOT NULL,
    released_by text        NOT NULL,
    released_at timestamptz NOT NULL,
    entry       text        NOT NULL,
    content     bytea       NOT NULL,
    CONSTRAINT access_pack_two_people CHECK (released_by <> prepared_by)
);
COMMENT ON COLUMN access_pack.entry IS 'first of the sharing-log entries of the release';
COMMENT ON COLUMN access_pack.content IS 'sealed: the pack as JSON';
