/** The verifications' store: plain {@code java.sql}, one set of statements for SQLite and PostgreSQL. */
@NullMarked
package dev.ziffer.verification.jdbc;

import org.jspecify.annotations.NullMarked;
