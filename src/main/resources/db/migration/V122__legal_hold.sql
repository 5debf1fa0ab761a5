-- Nothing of these people is erased or runs out while a hold stands. Two people lift it.
CREATE TABLE legal_hold (
    id          bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT legal_hold_pk PRIMARY KEY,
    scope       text        NOT NULL CONSTRAINT legal_hold_scope_known CHECK (scope IN ('PERSON', 'FAMILY', 'ALL')),
    about       text,
    reason      text        NOT NULL,
    placed_by   text        NOT NULL,
    placed_at   timestamptz NOT NULL,
    review_on   date        NOT NULL,
    lift_by     text,
    lift_reason text,
    lift_at     timestamptz,
    lifted_by   text,
    lifted_at   timestamptz,
    CONSTRAINT legal_hold_about CHECK ((scope = 'ALL') = (about IS NULL)),
    CONSTRAINT legal_hold_two_people CHECK (lifted_by IS NULL OR lift_by IS NOT NULL AND lifted_by <> lift_by)
);
COMMENT ON COLUMN legal_hold.about IS 'P- or F- reference; null for everybody';
CREATE INDEX legal_hold_standing ON legal_hold (scope, about) WHERE lifted_at IS NULL;
