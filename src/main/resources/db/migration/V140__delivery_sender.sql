-- Several senders may send under one agreement, each from a home of their own.
ALTER TABLE delivery ADD COLUMN sender text;
COMMENT ON COLUMN delivery.sender IS 'id of the sender within the agency; null for the agency itself';
CREATE INDEX delivery_received ON delivery (received_at);
