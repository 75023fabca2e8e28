-- Read models: what holds now. Computed from the facts in the same transaction; `qiao rebuild` computes them anew.

CREATE TABLE household_now (
    county BIGINT NOT NULL,
    household_id UUID NOT NULL,
    region BIGINT NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    head TEXT COLLATE "C" NOT NULL,
    head_pinyin TEXT COLLATE "C" NOT NULL,
    members BIGINT NOT NULL,
    capable BIGINT NOT NULL,
    employed BIGINT NOT NULL,
    target BIGINT NOT NULL,
    zero_employment BIGINT NOT NULL,
    stage TEXT COLLATE "C",
    since TEXT COLLATE "C",
    labels BIGINT NOT NULL,
    PRIMARY KEY (county, household_id),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id) ON DELETE CASCADE
);
CREATE INDEX household_now_place ON household_now (region, household_id, zero_employment, target, labels, stage, capable, employed);
CREATE INDEX household_now_head ON household_now (head_pinyin, region, household_id);
CREATE INDEX household_now_stage ON household_now (stage, since, region, household_id);

CREATE TABLE person_now (
    county BIGINT NOT NULL,
    person_id UUID NOT NULL,
    capable BIGINT NOT NULL,
    employed BIGINT NOT NULL,
    PRIMARY KEY (county, person_id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
);

CREATE TABLE place_count (
    county BIGINT NOT NULL,
    region BIGINT NOT NULL,
    households BIGINT NOT NULL,
    members BIGINT NOT NULL,
    capable BIGINT NOT NULL,
    employed BIGINT NOT NULL,
    target BIGINT NOT NULL,
    target_members BIGINT NOT NULL,
    target_capable BIGINT NOT NULL,
    target_employed BIGINT NOT NULL,
    zero_employment BIGINT NOT NULL,
    appeared BIGINT NOT NULL,
    helping BIGINT NOT NULL,
    cleared BIGINT NOT NULL,
    stable BIGINT NOT NULL,
    reopened BIGINT NOT NULL,
    PRIMARY KEY (county, region)
);
CREATE INDEX place_count_region ON place_count (region);
