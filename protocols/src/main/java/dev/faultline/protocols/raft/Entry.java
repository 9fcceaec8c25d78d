package dev.faultline.protocols.raft;

/**
 * A log entry. Its index is its place in the log, from 1.
 *
 * @param term when the leader that created it led
 */
public record Entry(long term, Command command) {}
