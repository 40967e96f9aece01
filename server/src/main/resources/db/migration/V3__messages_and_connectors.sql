-- The configured connector: one of each type, so that replacing it is one statement.
CREATE TABLE connector (
    type          TEXT    NOT NULL PRIMARY KEY,
    id            TEXT    NOT NULL,
    factory_id    TEXT    NOT NULL,
    config_sealed TEXT    NOT NULL,
    revision      BIGINT  NOT NULL,
    created_at    BIGINT  NOT NULL,
    updated_at    BIGINT  NOT NULL
);

-- Counts the changes of connector and settings, so that servers know when what they remember is old.
CREATE TABLE revision (
    number BIGINT NOT NULL
);

INSERT INTO revision (number) VALUES (1);

-- Settings that the API changes: one JSON document for each room that has some.
CREATE TABLE setting (
    name       TEXT   NOT NULL PRIMARY KEY,
    document   TEXT   NOT NULL,
    updated_at BIGINT NOT NULL
);

-- The ledger. Ids sort by time. The number is a keyed hash, a masked form for people and, only until
-- the outcome is known, a ciphertext bound to the row. The code is a keyed hash, to recognise the message by.
CREATE TABLE message (
    number_hash         TEXT    NOT NULL,
    id                  TEXT    NOT NULL,
    number_masked       TEXT    NOT NULL,
    number_sealed       TEXT,
    country             TEXT    NOT NULL,
    usage_type          TEXT    NOT NULL,
    locale              TEXT,
    application_id      TEXT    NOT NULL,
    verification_id     TEXT,
    attempt             INTEGER NOT NULL,
    connector_id        TEXT    NOT NULL,
    account             TEXT    NOT NULL, -- at the provider, as a keyed hash: only the same one can be asked about it
    code_hash           TEXT    NOT NULL,
    segments            INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    history             TEXT    NOT NULL, -- each state it came to after 'requested' and when, such as 'sent 1795474464905,'
    error_code          INTEGER,
    price               TEXT, -- decimal, in price_unit
    price_unit          TEXT,
    sid                 TEXT,
    request_id          TEXT,
    provider_request_id TEXT,
    created_at          BIGINT  NOT NULL,
    updated_at          BIGINT  NOT NULL,
    asks                INTEGER NOT NULL, -- in vain, while there is no SID
    ask_at              BIGINT, -- when the provider is asked next: without a SID whether it has the message, with one how far it is
    PRIMARY KEY (number_hash, id)
);

CREATE INDEX message_id ON message (id);
CREATE UNIQUE INDEX message_sid ON message (sid) WHERE sid IS NOT NULL;
CREATE INDEX message_ask ON message (ask_at) WHERE sid IS NULL AND ask_at IS NOT NULL;
CREATE INDEX message_follow ON message (ask_at) WHERE sid IS NOT NULL AND ask_at IS NOT NULL;

-- For the lists of what went wrong, which is little of a large ledger. Neither has a row of a message that went well,
-- so that a send costs nothing more. The states are those of MessageState that are rare; a query must name one literally.
CREATE INDEX message_error ON message (error_code, id) WHERE error_code IS NOT NULL;
CREATE INDEX message_state ON message (state, id)
    WHERE state = 'refused' OR state = 'not_sent' OR state = 'unknown' OR state = 'scheduled'
       OR state = 'undelivered' OR state = 'failed' OR state = 'canceled' OR state = 'read';

-- Sends that a limit refused, which are no messages: one row for a number, a limit and an hour.
CREATE TABLE limited_send (
    number_hash    TEXT    NOT NULL,
    limit_name     TEXT    NOT NULL, -- sends, wrong_tries, cooldown, installation
    hour           BIGINT  NOT NULL, -- since 1970
    number_masked  TEXT    NOT NULL,
    country        TEXT    NOT NULL,
    usage_type     TEXT    NOT NULL, -- of the last one, as the two below
    application_id TEXT    NOT NULL,
    request_id     TEXT,
    allowed        INTEGER NOT NULL, -- so many in a window
    window_millis  BIGINT  NOT NULL,
    times          INTEGER NOT NULL,
    first_at       BIGINT  NOT NULL,
    last_at        BIGINT  NOT NULL,
    PRIMARY KEY (number_hash, limit_name, hour)
);

CREATE INDEX limited_send_last_at ON limited_send (last_at);

-- Work that one server does at a time.
CREATE TABLE lease (
    name  TEXT   NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);
