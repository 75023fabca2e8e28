-- The journal: who did what, when, from where; each entry carries the hash of the one before it in its county.

CREATE TABLE journal_head (
    county INTEGER NOT NULL PRIMARY KEY,
    entry INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
    county INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    command_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    account_id BLOB,
    written_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    about_kind TEXT,
    about_id BLOB,
    note BLOB,
    changes INTEGER NOT NULL,
    digest BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (county, entry)
) STRICT;
CREATE INDEX journal_about ON journal (county, about_id);

-- `fields`: names of the fields that moved, as a JSON array; empty for a record made or taken back. `sealed`: their values before and
-- after, under the key of `subject_id`, or of the county where that is empty.
CREATE TABLE change (
    county INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    subject_id BLOB,
    version INTEGER NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (county, entry, position)
) STRICT;
CREATE INDEX change_record ON change (county, record_id, entry);

-- Key of a person's or household's part of the journal, wrapped. To forget somebody is to destroy this row.
CREATE TABLE subject_key (
    county INTEGER NOT NULL,
    subject_id BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (county, subject_id)
) STRICT, WITHOUT ROWID;

-- What was answered to a command, so that a retry is answered alike.
CREATE TABLE receipt (
    county INTEGER NOT NULL,
    command_id BLOB NOT NULL,
    entry INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    two_answers INTEGER NOT NULL,
    PRIMARY KEY (county, command_id)
) STRICT, WITHOUT ROWID;

-- Two people gave different values for one field; both wait here for a person to choose.
CREATE TABLE two_answers (
    county INTEGER NOT NULL,
    id BLOB NOT NULL,
    region INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    field TEXT NOT NULL,
    sealed BLOB NOT NULL,
    actor TEXT NOT NULL,
    account_id BLOB,
    asked_at TEXT NOT NULL,
    settled_at TEXT,
    took_newer INTEGER,
    PRIMARY KEY (county, id)
) STRICT;
CREATE INDEX two_answers_open ON two_answers (county, settled_at, region);
CREATE INDEX two_answers_record ON two_answers (county, record_id);
