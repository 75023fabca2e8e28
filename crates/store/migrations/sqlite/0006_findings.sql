-- What a run finds out besides its proposals, and why a coverage stands.

CREATE TABLE findings (
    county INTEGER NOT NULL,
    run_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, run_id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
) STRICT;
ALTER TABLE proposal ADD COLUMN proof TEXT;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('findings', 'sqlite_autoindex_findings_1', '1000000 1000000 1');
ANALYZE sqlite_schema;
