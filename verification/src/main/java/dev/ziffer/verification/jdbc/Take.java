package dev.ziffer.verification.jdbc;

/**
 * Permits to be taken.
 *
 * @param count how many; at most as many as there are
 * @param until when they are free again, in milliseconds
 * @param ticket what they are taken for, to give them back; {@link Taken#TICKET} characters
 */
record Take(Allowance allowance, int count, long until, String ticket) {

    /** What the row's list gets in front. */
    String entries() {
        return (Taken.time(until) + ticket).repeat(count);
    }
}
