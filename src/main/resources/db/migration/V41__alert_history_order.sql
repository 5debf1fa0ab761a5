-- Versions and states of one alert in the order they came, also within one instant.
ALTER TABLE alert_version ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
