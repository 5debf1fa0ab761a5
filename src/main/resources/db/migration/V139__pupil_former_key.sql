-- How a pupil was known before a UPN came, so that an older file run again still finds the same pupil.
CREATE TABLE pupil_former_key (
    agency      text   NOT NULL,
    feed        text   NOT NULL,
    source_ref  text   NOT NULL,
    record_id   bigint NOT NULL CONSTRAINT pupil_former_key_record_fk REFERENCES record ON DELETE CASCADE,
    delivery_id bigint NOT NULL,
    CONSTRAINT pupil_former_key_pk PRIMARY KEY (agency, feed, source_ref)
);
COMMENT ON COLUMN pupil_former_key.delivery_id IS 'the delivery that brought the UPN: older ones mean the pupil of this record';
CREATE INDEX pupil_former_key_record ON pupil_former_key (record_id);
