-- The bridge: runs with their proposals and uncovered households, and what people decided.

CREATE TABLE run (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    region INTEGER NOT NULL,
    day TEXT NOT NULL,
    profile TEXT NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;
CREATE INDEX run_region ON run (county, region, id);

CREATE TABLE proposal (
    county INTEGER NOT NULL,
    run_id BLOB NOT NULL,
    id BLOB NOT NULL,
    household_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    vacancy_id BLOB NOT NULL,
    region INTEGER NOT NULL,
    score INTEGER NOT NULL,
    covers INTEGER NOT NULL,
    pinned INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    against TEXT,
    PRIMARY KEY (county, run_id, id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX proposal_place ON proposal (county, run_id, region, household_id);

CREATE TABLE uncovered (
    county INTEGER NOT NULL,
    run_id BLOB NOT NULL,
    household_id BLOB NOT NULL,
    region INTEGER NOT NULL,
    reason TEXT NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (county, run_id, household_id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX uncovered_place ON uncovered (county, run_id, region, household_id);

CREATE TABLE decision (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    vacancy_id BLOB NOT NULL,
    verdict TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    run_id BLOB,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;
CREATE INDEX decision_pair ON decision (county, person_id, vacancy_id, id);
