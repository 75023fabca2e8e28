-- What a run finds out besides its proposals, and why a coverage stands.

CREATE TABLE findings (
    county BIGINT NOT NULL,
    run_id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, run_id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
);
ALTER TABLE proposal ADD COLUMN proof TEXT COLLATE "C";
