-- Records that were parked because the sharing log was stopped wait again; one that still cannot be linked is parked, and found, anew.
WITH parked AS (
    SELECT f.id AS finding_id, r.id AS record_id, r.feed IN ('missing-children', 'domestic-abuse') AS urgent
      FROM finding f JOIN record r ON r.ref = split_part(split_part(f.about, '/', 3), '@', 1)
     WHERE f.room = 'identity' AND f.code = 'RECORD_NOT_LINKED' AND f.closed_at IS NULL
), queued AS (
    INSERT INTO record_work (record_id, urgent) SELECT record_id, bool_or(urgent) FROM parked GROUP BY record_id ORDER BY record_id
    ON CONFLICT ON CONSTRAINT record_work_pk DO NOTHING
)
DELETE FROM finding WHERE id IN (SELECT finding_id FROM parked);
