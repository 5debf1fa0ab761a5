-- Requests for correction that a stopped sharing log kept back are made once it goes on; those refused for it so far are made good.
ALTER TABLE dispute ADD COLUMN waits text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN dispute.waits IS 'accounts that are still to be asked for a correction; what told says of them is why not yet';
UPDATE dispute d SET waits = refused.accounts
  FROM (SELECT o.ref, array_agg(one.key ORDER BY one.key) AS accounts FROM dispute o CROSS JOIN LATERAL jsonb_each_text(o.told) one
         WHERE o.state = 'OPEN' AND one.value LIKE '%the sharing log is stopped until two people have looked at it%' GROUP BY o.ref) refused
 WHERE d.ref = refused.ref;
CREATE INDEX dispute_waits ON dispute (ref) WHERE waits <> '{}';
