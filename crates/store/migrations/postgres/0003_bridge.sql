-- The bridge: runs with their proposals and uncovered households, and what people decided.

CREATE TABLE run (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    region BIGINT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    profile TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);
CREATE INDEX run_region ON run (county, region, id);

CREATE TABLE proposal (
    county BIGINT NOT NULL,
    run_id UUID NOT NULL,
    id UUID NOT NULL,
    household_id UUID NOT NULL,
    person_id UUID NOT NULL,
    vacancy_id UUID NOT NULL,
    region BIGINT NOT NULL,
    score BIGINT NOT NULL,
    covers BIGINT NOT NULL,
    pinned BIGINT NOT NULL,
    reasons TEXT COLLATE "C" NOT NULL,
    against TEXT COLLATE "C",
    PRIMARY KEY (county, run_id, id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
);
CREATE INDEX proposal_place ON proposal (county, run_id, region, household_id);

CREATE TABLE uncovered (
    county BIGINT NOT NULL,
    run_id UUID NOT NULL,
    household_id UUID NOT NULL,
    region BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    sentences TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (county, run_id, household_id),
    FOREIGN KEY (county, run_id) REFERENCES run (county, id) ON DELETE CASCADE
);
CREATE INDEX uncovered_place ON uncovered (county, run_id, region, household_id);

CREATE TABLE decision (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    vacancy_id UUID NOT NULL,
    verdict TEXT COLLATE "C" NOT NULL,
    decided_on TEXT COLLATE "C" NOT NULL,
    run_id UUID,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);
CREATE INDEX decision_pair ON decision (county, person_id, vacancy_id, id);
