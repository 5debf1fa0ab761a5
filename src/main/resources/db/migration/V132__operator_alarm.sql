-- What an operator must see: raised once, over once. Words about feeds, files and parts of the hub, never about a person.
CREATE TABLE operator_alarm (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT operator_alarm_pk PRIMARY KEY,
    -- What it is about, such as feed-late:avonford-schools/school-attendance. Open at most once.
    key        text        NOT NULL,
    kind       text        NOT NULL,
    words      text        NOT NULL,
    -- A path of the hub or a folder; null where there is none to look at.
    place      text,
    raised_at  timestamptz NOT NULL,
    cleared_at timestamptz,
    CONSTRAINT operator_alarm_order CHECK (cleared_at IS NULL OR cleared_at >= raised_at)
);
CREATE UNIQUE INDEX operator_alarm_open ON operator_alarm (key) WHERE cleared_at IS NULL;
CREATE INDEX operator_alarm_newest ON operator_alarm (raised_at DESC);
