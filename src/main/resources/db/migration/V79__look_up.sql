-- Looking a child up by the name and date of birth a caller gives; places are never searched.
CREATE INDEX person_surname ON person (lower(summary ->> 'surname')) WHERE gone_into IS NULL AND NOT sealed;
CREATE INDEX need_code_last ON need (code, last_on);
