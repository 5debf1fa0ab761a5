-- Whom each person is today: the one that a chain of merges leads to, itself when nothing happened.
CREATE VIEW person_standing AS
WITH RECURSIVE way (person_id, standing_id, gone_into) AS (
    SELECT id, id, gone_into FROM person
    UNION ALL SELECT w.person_id, p.id, p.gone_into FROM way w JOIN person p ON p.id = w.gone_into)
SELECT person_id, standing_id FROM way WHERE gone_into IS NULL;
