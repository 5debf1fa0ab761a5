-- Families over the threshold that have no alert yet: by facts from before a feed was live, or over the day's ceiling.
CREATE TABLE alert_backlog (
    family_id       bigint      NOT NULL CONSTRAINT alert_backlog_pk PRIMARY KEY CONSTRAINT alert_backlog_family_fk REFERENCES family ON DELETE CASCADE,
    level           integer     NOT NULL CONSTRAINT alert_backlog_level_known CHECK (level IN (2, 3)),
    why             text        NOT NULL CONSTRAINT alert_backlog_why_known CHECK (why IN ('BEFORE_LIVE', 'OVER_CEILING')),
    content         jsonb       NOT NULL,
    grounds         jsonb       NOT NULL,
    before_the_bell boolean     NOT NULL,
    since           timestamptz NOT NULL
);
COMMENT ON COLUMN alert_backlog.content IS 'what its alert would say, as of the last assessment';
CREATE INDEX alert_backlog_order ON alert_backlog (level, since, family_id);

CREATE TABLE backlog_release (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT backlog_release_pk PRIMARY KEY,
    level   integer     NOT NULL,
    asked   integer     NOT NULL,
    alerts  text[]      NOT NULL,
    by_whom text        NOT NULL,
    at      timestamptz NOT NULL
);
-- How many alerts of a queue were raised today.
CREATE INDEX alert_raised ON alert (queue, raised_at);
ALTER TABLE alert ADD COLUMN relayed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN alert.relayed IS 'handed over, handed back or released: not raised by evidence of the day';
