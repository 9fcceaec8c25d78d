package dev.faultline.execution;

/**
 * What a run's fingerprint was at a moment.
 *
 * @param time virtual nanoseconds; every event up to and including this moment has happened
 * @param events how many events there were
 * @param fingerprint the hash over all of them
 */
public record Checkpoint(long time, long events, long fingerprint) {}
