-- Which place outside the hub has had the sharing log's checkpoint of which day.
CREATE TABLE checkpoint_posted (
    day      date,
    receiver text,
    CONSTRAINT checkpoint_posted_pk PRIMARY KEY (day, receiver)
);
