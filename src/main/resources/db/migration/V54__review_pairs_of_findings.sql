-- Findings about people whom an identifier wrongly joins were raised before there were pairs: they are questions too. A finding is about
-- "<evidence> <role> <index> person <id>".
INSERT INTO review_pair (one_id, other_id, reason, mention_id, findings, raised_at, evidence_at)
SELECT least(f.one, f.other), greatest(f.one, f.other), min(f.reason), max(f.mention), array_agg(f.about ORDER BY f.about), min(f.raised_at), max(f.raised_at)
FROM (
    SELECT l.person_id AS one, o.id AS other, m.id AS mention, f.about, f.raised_at,
           CASE f.code WHEN 'SEVERAL_CANDIDATES' THEN 'SEVERAL_CANDIDATES' ELSE 'IDENTIFIER_OF_ANOTHER' END AS reason
    FROM finding f
    CROSS JOIN LATERAL regexp_match(f.about, '^(\S+)/(\S+)/(\S+)@([0-9]+) (\S+) ([0-9]+) person ([0-9]+)$') AS part
    JOIN record r ON r.agency = part[1] AND r.feed = part[2] AND r.ref = part[3] AND r.version = part[4]::integer
    JOIN mention m ON m.record_id = r.id AND m.role = part[5] AND m.index = part[6]::integer
    JOIN link l ON l.mention_id = m.id
    JOIN person o ON o.id = part[7]::bigint
    JOIN person p ON p.id = l.person_id
    WHERE f.room = 'identity' AND f.code IN ('IDENTIFIER_CONFLICT', 'SEVERAL_CANDIDATES') AND f.closed_at IS NULL
      AND o.gone_into IS NULL AND o.id <> l.person_id AND NOT o.sealed AND NOT p.sealed
      AND NOT EXISTS (SELECT FROM identity_exclusion e WHERE e.person_id = o.id AND e.other_id = l.person_id)) f
GROUP BY least(f.one, f.other), greatest(f.one, f.other)
ON CONFLICT DO NOTHING;
