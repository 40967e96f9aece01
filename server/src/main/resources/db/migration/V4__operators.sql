-- People who may use the console.
CREATE TABLE operator (
    id            TEXT   NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL, -- as shown
    name_key      TEXT   NOT NULL, -- as compared: in small letters
    role          TEXT   NOT NULL, -- administrator, support
    password_hash TEXT   NOT NULL, -- argon2id
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL
);

CREATE UNIQUE INDEX operator_name ON operator (name_key);

-- One-time links: the first operator's, and those for an administrator who is locked out. Only the hash is kept.
CREATE TABLE operator_link (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    purpose    TEXT   NOT NULL, -- setup, recovery
    expires_at BIGINT NOT NULL
);

-- Who is signed in, and which browsers have proven a password before. Only hashes of the cookies are kept.
CREATE TABLE operator_session (
    token_hash  TEXT   NOT NULL PRIMARY KEY,
    operator_id TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX operator_session_operator ON operator_session (operator_id);

CREATE TABLE operator_device (
    token_hash  TEXT   NOT NULL PRIMARY KEY,
    operator_id TEXT   NOT NULL,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX operator_device_operator ON operator_device (operator_id);

-- Wrong passwords, counted by whom or what they were for within a window.
CREATE TABLE sign_in_failure (
    subject  TEXT    NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    until    BIGINT  NOT NULL
);

-- A configuration that an operator is working on, encrypted; the connector that it began with; and the last test of what
-- it says now.
CREATE TABLE connector_draft (
    operator_id        TEXT   NOT NULL PRIMARY KEY,
    document_sealed    TEXT   NOT NULL,
    account            TEXT   NOT NULL, -- at the provider, as a keyed hash: for asking it about tests
    connector_id       TEXT, -- null: there was none
    connector_revision BIGINT,
    tested_by          TEXT, -- the message's id in the ledger; null once it says something else
    updated_at         BIGINT NOT NULL
);
