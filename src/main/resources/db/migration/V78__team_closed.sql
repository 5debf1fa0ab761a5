-- When the front door said it closes: what came since is new when it opens again.
CREATE TABLE team_closing (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT team_closing_pk PRIMARY KEY,
    at      timestamptz NOT NULL,
    account text        NOT NULL
);
CREATE INDEX team_closing_at ON team_closing (at);
