-- What was decided goes to the home of whichever of an agency's senders referred.
ALTER TABLE outcome_file ADD COLUMN sender text;
COMMENT ON COLUMN outcome_file.sender IS 'id of the sender within the agency; null for the agency itself';
