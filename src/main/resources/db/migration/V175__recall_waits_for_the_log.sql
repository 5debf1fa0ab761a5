-- Whom a stopped sharing log keeps a recall from is told once it goes on.
ALTER TABLE recall_told
    DROP CONSTRAINT recall_told_by_known,
    ADD CONSTRAINT recall_told_by_known CHECK (told_by IN ('MESSAGE', 'FILE', 'PAGE', 'NOT_TOLD', 'WAITS'));
CREATE INDEX recall_told_waits ON recall_told (recall_id) WHERE told_by = 'WAITS';
