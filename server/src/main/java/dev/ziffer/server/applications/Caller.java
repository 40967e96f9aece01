package dev.ziffer.server.applications;

/**
 * The application that a request to the API comes from. A controller asks for it as a parameter.
 *
 * @param applicationId its client id
 */
public record Caller(String applicationId) {}
