package dev.ziffer.verification.jdbc;

/**
 * A limit as its row knows it.
 *
 * @param subject whom it is about: a keyed hash
 * @param name what is limited
 * @param detail what tells several limits of one name for one subject apart; often empty
 * @param permits how many there are
 */
record Allowance(String subject, String name, String detail, int permits) {}
