-- Which classes of data each entry let out, so that a class that is received and never used can be named.
ALTER TABLE sharing_entry ADD COLUMN classes text;
COMMENT ON COLUMN sharing_entry.classes IS 'names of data classes in their order, a space between; empty when nothing was let out, null in entries written before it was kept';
