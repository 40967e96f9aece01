-- The keysets, each encrypted by the master key and bound to its name.
CREATE TABLE keyset (
    name       TEXT   NOT NULL PRIMARY KEY,
    encrypted  TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- The keys that tokens are signed with, each a JWK encrypted by the data keyset.
CREATE TABLE signing_key (
    position   TEXT   NOT NULL PRIMARY KEY,
    jwk_sealed TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- Programs that may call. The secret is random or an operator's own, and its SHA-256 is kept. One of
-- them is the installation's own, which the settings or the first start make.
CREATE TABLE application (
    id          TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    description TEXT,
    secret_hash TEXT    NOT NULL,
    scopes      TEXT    NOT NULL,
    management  INTEGER NOT NULL,
    created_at  BIGINT  NOT NULL,
    updated_at  BIGINT  NOT NULL
);

CREATE UNIQUE INDEX application_management ON application (management) WHERE management = 1;
