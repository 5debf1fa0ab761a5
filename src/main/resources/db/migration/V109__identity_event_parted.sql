-- Whoever got something about one reference may have got it about a person who was later parted from it.
CREATE INDEX identity_event_parted ON identity_event (gone) WHERE kind IN ('merged', 'unmerged', 'split', 'moved');
