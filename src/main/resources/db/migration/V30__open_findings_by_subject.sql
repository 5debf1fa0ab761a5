-- An assessment asks which of its undecided rules are already on a person's desk.
CREATE INDEX finding_open_about ON finding (about) WHERE closed_at IS NULL;
