-- Notices to information governance about agreements: each once, however often the hub is started.
CREATE TABLE agreement_notice (
    agency    text        NOT NULL,
    agreement text        NOT NULL,
    notice    text        NOT NULL,
    due       date        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT agreement_notice_pk PRIMARY KEY (agency, notice, due)
);
COMMENT ON COLUMN agreement_notice.due IS 'the day that the notice is about: of the end, of the review, or for a daily notice the day itself. Once moved, it is noticed anew';
CREATE INDEX agreement_notice_newest ON agreement_notice (at);
