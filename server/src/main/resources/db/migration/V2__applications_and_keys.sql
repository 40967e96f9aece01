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

-- Programs that may call. The secret is 256 random bits or an operator's own: its SHA-256 is kept.
CREATE TABLE application (
    id          TEXT   NOT NULL PRIMARY KEY,
    name        TEXT   NOT NULL,
    secret_hash TEXT   NOT NULL,
    scopes      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL
);
