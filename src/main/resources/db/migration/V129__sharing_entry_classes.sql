-- Which classes of data each entry let out, so that a class that is received and never used can be named.
ALTER TABLE sharing_entry ADD COLUMN classes text;
COMMENT ON COLUMN sharing_entry.classes IS 'names of data classes in their order, a space between; empty when nothing was let out';
DO $$
BEGIN
    -- Entries of an older hub are open until its next start has sealed them.
    IF EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'sharing_entry' AND column_name = 'payload') THEN
        UPDATE sharing_entry SET classes = coalesce((SELECT string_agg(name, ' ' ORDER BY name) FROM jsonb_array_elements_text(payload::jsonb -> 'classes') AS name), '');
    END IF;
END
$$;
