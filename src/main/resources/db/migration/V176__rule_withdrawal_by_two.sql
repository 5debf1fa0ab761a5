-- Where an alert at level 4 would end, a second person confirms; and a withdrawal that a crash broke off is gone on with.
ALTER TABLE rule_withdrawal
    ADD COLUMN state        text NOT NULL DEFAULT 'DONE' CONSTRAINT rule_withdrawal_state_known CHECK (state IN ('ASKED', 'BEGUN', 'DONE', 'LEFT')),
    ADD COLUMN confirmed_by text CONSTRAINT rule_withdrawal_by_two CHECK (confirmed_by <> by_whom);
COMMENT ON COLUMN rule_withdrawal.confirmed_by IS 'the second person; null where none was needed, and then no alert at level 4 is among them';
