-- The level a person set for the family of an alert. It follows the alert when families merge; what ended it stays readable.
CREATE TABLE level_override (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT level_override_pk PRIMARY KEY,
    alert_id   bigint      NOT NULL CONSTRAINT level_override_alert_fk REFERENCES alert,
    level      integer     NOT NULL CONSTRAINT level_override_level_known CHECK (level BETWEEN 1 AND 4),
    hub_level  integer     NOT NULL,
    reason     text        NOT NULL,
    by_whom    text        NOT NULL,
    set_at     timestamptz NOT NULL,
    ended_at   timestamptz,
    ended      text CONSTRAINT level_override_ended_known CHECK (ended IN ('NEW_EVIDENCE', 'SET_AGAIN', 'FAMILY_CHANGED'))
);
COMMENT ON COLUMN level_override.hub_level IS 'the level the hub showed when a person set another';
CREATE INDEX level_override_alert ON level_override (alert_id);
