-- Families without an alert of their own, because one referral is all that is known of them and another family's alert rests on it.
CREATE TABLE alert_spoken_for (
    alert_id  bigint      NOT NULL CONSTRAINT alert_spoken_for_alert_fk REFERENCES alert ON DELETE CASCADE,
    family_id bigint      NOT NULL CONSTRAINT alert_spoken_for_family_fk REFERENCES family ON DELETE CASCADE,
    said      jsonb       NOT NULL,
    since     timestamptz NOT NULL,
    CONSTRAINT alert_spoken_for_pk PRIMARY KEY (alert_id, family_id)
);
COMMENT ON COLUMN alert_spoken_for.said IS 'what an alert of that family would say now; every further version of the alert says it too';
CREATE INDEX alert_spoken_for_family ON alert_spoken_for (family_id);
