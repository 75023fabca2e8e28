-- The journal: who did what, when, from where; each entry carries the hash of the one before it in its county.

CREATE TABLE journal_head (
    county BIGINT NOT NULL PRIMARY KEY,
    entry BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE journal (
    county BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    command_id UUID NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    account_id UUID,
    written_at TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    about_kind TEXT COLLATE "C",
    about_id UUID,
    note BYTEA,
    changes BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (county, entry)
);
CREATE INDEX journal_about ON journal (county, about_id);

-- `fields`: names of the fields that moved, as a JSON array; empty for a record made or taken back. `sealed`: their values before and
-- after, under the key of `subject_id`, or of the county where that is empty.
CREATE TABLE change (
    county BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    record_id UUID NOT NULL,
    subject_id UUID,
    version BIGINT NOT NULL,
    form TEXT COLLATE "C" NOT NULL,
    fields TEXT COLLATE "C" NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (county, entry, position)
);
CREATE INDEX change_record ON change (county, record_id, entry);

-- Key of a person's or household's part of the journal, wrapped. To forget somebody is to destroy this row.
CREATE TABLE subject_key (
    county BIGINT NOT NULL,
    subject_id UUID NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (county, subject_id)
);

-- What was answered to a command, so that a retry is answered alike.
CREATE TABLE receipt (
    county BIGINT NOT NULL,
    command_id UUID NOT NULL,
    entry BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    two_answers BIGINT NOT NULL,
    PRIMARY KEY (county, command_id)
);

-- Two people gave different values for one field; both wait here for a person to choose.
CREATE TABLE two_answers (
    county BIGINT NOT NULL,
    id UUID NOT NULL,
    region BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    record_id UUID NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    sealed BYTEA NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    account_id UUID,
    asked_at TEXT COLLATE "C" NOT NULL,
    settled_at TEXT COLLATE "C",
    took_newer BIGINT,
    PRIMARY KEY (county, id)
);
CREATE INDEX two_answers_open ON two_answers (county, settled_at, region);
CREATE INDEX two_answers_record ON two_answers (county, record_id);
