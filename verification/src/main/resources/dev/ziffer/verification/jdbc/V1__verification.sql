-- Verifications and limits. Instants are milliseconds since 1970; hashes are base64url.
-- Every key begins with a keyed hash of who it is about, so that the tables can be distributed by it.

CREATE TABLE verification (
    number_hash  TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    binding      TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    status       TEXT    NOT NULL, -- pending, approved, canceled, max_attempts_reached
    code_key     TEXT    NOT NULL, -- the name of the key that the code is derived with
    code_mac     TEXT    NOT NULL, -- the keyed hash of the key and the code; the code itself is nowhere
    code_length  INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    max_attempts INTEGER NOT NULL,
    sends        INTEGER NOT NULL,
    returned     INTEGER NOT NULL, -- sends that were given back
    holder       TEXT    NOT NULL, -- whose wrong tries an approval clears; empty: everybody's
    approved_id  TEXT    NOT NULL, -- of the last approval for the holder; kept when another verification takes the row
    approved_at  BIGINT  NOT NULL,
    created_at   BIGINT  NOT NULL,
    expires_at   BIGINT  NOT NULL,
    PRIMARY KEY (number_hash, purpose, binding)
);

CREATE INDEX verification_expires_at ON verification (expires_at);

-- A limit of so many permits in any window of time.
CREATE TABLE allowance (
    subject    TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    detail     TEXT    NOT NULL,
    permits    INTEGER NOT NULL,
    taken      TEXT    NOT NULL, -- the permits taken, newest first, 25 characters each: until when, and for what
    expires_at BIGINT  NOT NULL, -- when the last of them is free again
    PRIMARY KEY (subject, name, detail)
);

CREATE INDEX allowance_expires_at ON allowance (name, expires_at);

-- The wait between two sends to a number.
CREATE TABLE cooldown (
    subject     TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    wait_millis BIGINT NOT NULL,
    started_at  BIGINT NOT NULL,
    ticket      TEXT   NOT NULL, -- of the start that began it; empty: given back
    PRIMARY KEY (subject, kind)
);

CREATE INDEX cooldown_started_at ON cooldown (started_at);
