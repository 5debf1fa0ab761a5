-- The list of open alerts answers from an index alone, however many there are: due first, with all it can be filtered by.
ALTER TABLE alert
    ADD COLUMN due_at   timestamptz GENERATED ALWAYS AS (CASE status WHEN 'RAISED' THEN acknowledge_by ELSE decide_by END) STORED,
    ADD COLUMN agencies jsonb       GENERATED ALWAYS AS (jsonb_path_query_array(content, '$.needs[*].agency')
                                        || jsonb_path_query_array(content, '$.harmTests[*].agency')) STORED,
    ADD COLUMN children jsonb       GENERATED ALWAYS AS (jsonb_path_query_array(content, '$.children[*].person')) STORED;
COMMENT ON COLUMN alert.due_at IS 'until when a person must act next';
CREATE INDEX alert_open ON alert (due_at, id) INCLUDE (family_id, ref, queue, level, locality, status, agencies)
    WHERE status IN ('RAISED', 'ACKNOWLEDGED');
CREATE INDEX alert_children ON alert USING gin (children) WHERE status IN ('RAISED', 'ACKNOWLEDGED');
CREATE INDEX alert_version_at ON alert_version (at);

-- Who has an alert: the last to acknowledge or decide it.
CREATE INDEX decision_alert ON decision (alert_ref, received_at);
CREATE INDEX decision_by ON decision (by_whom) WHERE action IN ('ACKNOWLEDGED', 'OUTCOME');

-- The few people every list must ask about.
CREATE INDEX person_protected ON person (ref) INCLUDE (family_id, place_hidden, sealed) WHERE place_hidden OR sealed;
