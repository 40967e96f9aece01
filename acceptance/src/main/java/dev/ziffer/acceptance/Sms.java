package dev.ziffer.acceptance;

import java.time.Instant;

/** A message that a stand-in for Twilio accepted. */
public record Sms(String sid, String to, String body, Instant createdAt) {}
