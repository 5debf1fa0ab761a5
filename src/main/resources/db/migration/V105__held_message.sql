-- Alerts whose message the sharing rules keep off its queue, until they let it go, a later message goes or the alert ends.
CREATE TABLE held_message (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT held_message_pk PRIMARY KEY,
    alert_ref  text        NOT NULL,
    queue      text        NOT NULL,
    why        text        NOT NULL,
    entry      text        NOT NULL,
    held_at    timestamptz NOT NULL,
    settled_at timestamptz,
    settlement text CONSTRAINT held_message_settlement CHECK (settlement IN ('SENT', 'OVER')),
    CONSTRAINT held_message_settled CHECK ((settled_at IS NULL) = (settlement IS NULL))
);
COMMENT ON COLUMN held_message.why IS 'plain words, no personal data; the content is not kept: it is made anew from the alert when it may go';
COMMENT ON COLUMN held_message.entry IS 'the refusal in the sharing log';
COMMENT ON COLUMN held_message.settlement IS 'SENT: a message of the alert went later. OVER: the alert ended first';
CREATE UNIQUE INDEX held_message_open ON held_message (alert_ref) WHERE settled_at IS NULL;
