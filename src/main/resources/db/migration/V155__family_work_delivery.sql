-- Which delivery gave rise to the newest wish to assess a family: its references go into the log and onto the messages that follow.
ALTER TABLE family_work ADD COLUMN delivery_id bigint CONSTRAINT family_work_delivery_fk REFERENCES delivery ON DELETE SET NULL;
COMMENT ON COLUMN family_work.delivery_id IS 'null when a clock, a person or a rule gave rise to it';
