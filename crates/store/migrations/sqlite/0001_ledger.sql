-- The ledger. Every key begins with county: the access boundary and the distribution column of a distributed PostgreSQL.
-- A row holds the whole record in `sealed` (encrypted); the columns beside it are what must be found, sorted or counted.

CREATE TABLE account (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    login TEXT NOT NULL,
    role TEXT NOT NULL,
    area INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;

-- Log-in names are unique in the whole installation: one looks up a name before any county is known.
CREATE TABLE login (
    login TEXT NOT NULL PRIMARY KEY,
    county INTEGER NOT NULL,
    account_id BLOB NOT NULL,
    password_hash TEXT NOT NULL
) STRICT;

-- Looked up by the hash of the token, before any county is known.
CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    county INTEGER NOT NULL,
    account_id BLOB NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX session_account ON session (county, account_id);

-- County 0: of the whole installation.
CREATE TABLE setting (
    county INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (county, name)
) STRICT;

CREATE TABLE batch (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    as_of TEXT NOT NULL,
    undone INTEGER NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;

CREATE TABLE employer (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    region INTEGER NOT NULL,
    name TEXT NOT NULL,
    credit_code TEXT,
    industry TEXT,
    kind TEXT,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;
CREATE INDEX employer_name ON employer (county, name);

CREATE TABLE vacancy (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    region INTEGER NOT NULL,
    no TEXT,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    employer_id BLOB,
    employer_name TEXT,
    occupation TEXT,
    industry TEXT,
    seats INTEGER NOT NULL,
    place_region INTEGER,
    pay_min INTEGER,
    pay_max INTEGER,
    weight TEXT,
    channel TEXT,
    posted_on TEXT,
    valid_until TEXT,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, employer_id) REFERENCES employer (county, id)
) STRICT;
CREATE INDEX vacancy_state ON vacancy (county, state, posted_on, id);
CREATE INDEX vacancy_posted ON vacancy (county, posted_on, id);
CREATE INDEX vacancy_employer ON vacancy (county, employer_id);
CREATE INDEX vacancy_no ON vacancy (county, no);

CREATE TABLE household (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    region INTEGER NOT NULL,
    no TEXT,
    head_name TEXT,
    phone_tail BLOB,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id)
) STRICT;
CREATE INDEX household_place ON household (region, id);
CREATE INDEX household_head ON household (county, head_name, region);
CREATE INDEX household_no ON household (county, no);

CREATE TABLE household_label (
    county INTEGER NOT NULL,
    household_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (county, household_id, position),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- `region` repeats that of the household, so that a person is never read without its area.
CREATE TABLE person (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    household_id BLOB NOT NULL,
    region INTEGER NOT NULL,
    name TEXT NOT NULL,
    no TEXT,
    relation TEXT,
    sex TEXT,
    birth_year INTEGER,
    education TEXT,
    labour TEXT,
    willing INTEGER,
    standing TEXT,
    id_tail BLOB,
    phone_hash BLOB,
    phone_tail BLOB,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, household_id) REFERENCES household (county, id)
) STRICT;
CREATE INDEX person_household ON person (county, household_id);
CREATE INDEX person_name ON person (county, name, region, household_id);
CREATE INDEX person_id_tail ON person (county, id_tail, region, household_id);
CREATE INDEX person_phone_tail ON person (county, phone_tail, region, household_id);

CREATE TABLE person_label (
    county INTEGER NOT NULL,
    person_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (county, person_id, position),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Readings of names in latin letters, whole and by initials: a name may have several.
CREATE TABLE person_sound (
    county INTEGER NOT NULL,
    sound TEXT NOT NULL,
    person_id BLOB NOT NULL,
    household_id BLOB NOT NULL,
    PRIMARY KEY (county, sound, person_id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX person_sound_person ON person_sound (county, person_id);

-- One ID number, one person, in the whole nation: keyed by the blind index, found before any county is known.
CREATE TABLE person_key (
    id_hash BLOB NOT NULL PRIMARY KEY,
    county INTEGER NOT NULL,
    person_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spell (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    form TEXT,
    channel TEXT,
    place_code INTEGER,
    employer_id BLOB,
    vacancy_id BLOB,
    started TEXT,
    ended TEXT,
    monthly_pay INTEGER,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, id),
    FOREIGN KEY (county, person_id) REFERENCES person (county, id)
) STRICT;
CREATE INDEX spell_person ON spell (county, person_id);
