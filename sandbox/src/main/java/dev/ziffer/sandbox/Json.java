package dev.ziffer.sandbox;

import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
