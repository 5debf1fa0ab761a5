-- What went out today without an agreement in force is asked every few seconds.
CREATE INDEX sharing_entry_went_on ON sharing_entry (at) WHERE standing = 'NO_AGREEMENT_IN_FORCE';
