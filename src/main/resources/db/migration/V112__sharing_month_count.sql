-- Disclosures of months that are over, counted once: the log only grows at its end, so they do not change any more.
CREATE TABLE sharing_month_count (
    month   date   NOT NULL,
    part    text   NOT NULL CONSTRAINT sharing_month_count_part_known CHECK (part IN ('SOURCE', 'RECIPIENT', 'BASIS')),
    name    text   NOT NULL,
    entries bigint NOT NULL,
    CONSTRAINT sharing_month_count_pk PRIMARY KEY (month, part, name)
);
CREATE TABLE sharing_month_counted (
    month date        NOT NULL CONSTRAINT sharing_month_counted_pk PRIMARY KEY,
    at    timestamptz NOT NULL
);
COMMENT ON TABLE sharing_month_counted IS 'months that are counted, those without any disclosure too';
