-- Dead letters that a person sent again: which, why it was dead, where it went, and who did it.
CREATE TABLE dead_letter_resend (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT dead_letter_resend_pk PRIMARY KEY,
    message_id text        NOT NULL,
    queue      text        NOT NULL,
    reason     text        NOT NULL,
    by_whom    text        NOT NULL,
    at         timestamptz NOT NULL
);
