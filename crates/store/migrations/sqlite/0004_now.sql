-- Read models: what holds now. Computed from the facts in the same transaction; `qiao rebuild` computes them anew.

CREATE TABLE household_now (
    county INTEGER NOT NULL,
    household_id BLOB NOT NULL,
    region INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    head TEXT NOT NULL,
    head_pinyin TEXT NOT NULL,
    members INTEGER NOT NULL,
    capable INTEGER NOT NULL,
    employed INTEGER NOT NULL,
    target INTEGER NOT NULL,
    zero_employment INTEGER NOT NULL,
    stage TEXT,
    since TEXT,
    labels INTEGER NOT NULL,
    PRIMARY KEY (county, household_id),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX household_now_place ON household_now (region, household_id, zero_employment, target, labels, stage, capable, employed);
CREATE INDEX household_now_head ON household_now (head_pinyin, region, household_id);
CREATE INDEX household_now_stage ON household_now (stage, since, region, household_id);

CREATE TABLE person_now (
    county INTEGER NOT NULL,
    person_id BLOB NOT NULL,
    capable INTEGER NOT NULL,
    employed INTEGER NOT NULL,
    PRIMARY KEY (county, person_id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE place_count (
    county INTEGER NOT NULL,
    region INTEGER NOT NULL,
    households INTEGER NOT NULL,
    members INTEGER NOT NULL,
    capable INTEGER NOT NULL,
    employed INTEGER NOT NULL,
    target INTEGER NOT NULL,
    target_members INTEGER NOT NULL,
    target_capable INTEGER NOT NULL,
    target_employed INTEGER NOT NULL,
    zero_employment INTEGER NOT NULL,
    appeared INTEGER NOT NULL,
    helping INTEGER NOT NULL,
    cleared INTEGER NOT NULL,
    stable INTEGER NOT NULL,
    reopened INTEGER NOT NULL,
    PRIMARY KEY (county, region)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_count_region ON place_count (region);
