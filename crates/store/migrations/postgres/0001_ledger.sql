-- The ledger. Every key begins with county: the access boundary and the distribution column of a distributed PostgreSQL.
-- A row holds the whole record in `sealed` (encrypted); the columns beside it are what must be found, sorted or counted.

CREATE TABLE account (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    login TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    area BIGINT NOT NULL,
    closed BIGINT NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);

-- Log-in names are unique in the whole installation: one looks up a name before any county is known.
CREATE TABLE login (
    login TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    county BIGINT NOT NULL,
    account_id UUID NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL
);

-- Looked up by the hash of the token, before any county is known.
CREATE TABLE session (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    county BIGINT NOT NULL,
    account_id UUID NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    seen_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX session_account ON session (county, account_id);

-- County 0: of the whole installation.
CREATE TABLE setting (
    county BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (county, name)
);

CREATE TABLE batch (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    undone BIGINT NOT NULL,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);

CREATE TABLE employer (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    region BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    credit_code TEXT COLLATE "C",
    industry TEXT COLLATE "C",
    kind TEXT COLLATE "C",
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);
CREATE INDEX employer_name ON employer (county, name);

CREATE TABLE vacancy (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    region BIGINT NOT NULL,
    no TEXT COLLATE "C",
    title TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    employer_id UUID,
    employer_name TEXT COLLATE "C",
    occupation TEXT COLLATE "C",
    industry TEXT COLLATE "C",
    seats BIGINT NOT NULL,
    place_region BIGINT,
    pay_min BIGINT,
    pay_max BIGINT,
    weight TEXT COLLATE "C",
    channel TEXT COLLATE "C",
    posted_on TEXT COLLATE "C",
    valid_until TEXT COLLATE "C",
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, employer_id) REFERENCES employer (county, id)
);
CREATE INDEX vacancy_state ON vacancy (county, state, posted_on, id);
CREATE INDEX vacancy_posted ON vacancy (county, posted_on, id);
CREATE INDEX vacancy_employer ON vacancy (county, employer_id);
CREATE INDEX vacancy_no ON vacancy (county, no);

CREATE TABLE household (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    region BIGINT NOT NULL,
    no TEXT COLLATE "C",
    head_name TEXT COLLATE "C",
    phone_tail BYTEA,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id)
);
CREATE INDEX household_place ON household (region, id);
CREATE INDEX household_head ON household (county, head_name, region);
CREATE INDEX household_no ON household (county, no);

CREATE TABLE household_label (
    county BIGINT NOT NULL,
    household_id UUID NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    first_day TEXT COLLATE "C",
    last_day TEXT COLLATE "C",
    PRIMARY KEY (county, household_id, position),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id) ON DELETE CASCADE
);

-- `region` repeats that of the household, so that a person is never read without its area.
CREATE TABLE person (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    household_id UUID NOT NULL,
    region BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    no TEXT COLLATE "C",
    relation TEXT COLLATE "C",
    sex TEXT COLLATE "C",
    birth_year BIGINT,
    education TEXT COLLATE "C",
    labour TEXT COLLATE "C",
    willing BIGINT,
    standing TEXT COLLATE "C",
    id_tail BYTEA,
    phone_hash BYTEA,
    phone_tail BYTEA,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id)
);
CREATE INDEX person_household ON person (county, household_id);
CREATE INDEX person_name ON person (county, name, region, household_id);
CREATE INDEX person_id_tail ON person (county, id_tail, region, household_id);
CREATE INDEX person_phone_tail ON person (county, phone_tail, region, household_id);

CREATE TABLE person_label (
    county BIGINT NOT NULL,
    person_id UUID NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    first_day TEXT COLLATE "C",
    last_day TEXT COLLATE "C",
    PRIMARY KEY (county, person_id, position),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
);

-- Readings of names in latin letters, whole and by initials: a name may have several.
CREATE TABLE person_sound (
    county BIGINT NOT NULL,
    sound TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL,
    household_id UUID NOT NULL,
    PRIMARY KEY (county, sound, person_id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
);
CREATE INDEX person_sound_person ON person_sound (county, person_id);

-- One ID number, one person, in the whole nation: keyed by the blind index, found before any county is known.
CREATE TABLE person_key (
    id_hash BYTEA NOT NULL PRIMARY KEY,
    county BIGINT NOT NULL,
    person_id UUID NOT NULL
);

CREATE TABLE spell (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    form TEXT COLLATE "C",
    channel TEXT COLLATE "C",
    place_code BIGINT,
    employer_id UUID,
    vacancy_id UUID,
    started TEXT COLLATE "C",
    ended TEXT COLLATE "C",
    monthly_pay BIGINT,
    version BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);
CREATE INDEX spell_person ON spell (county, person_id);
