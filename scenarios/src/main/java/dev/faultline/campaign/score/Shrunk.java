package dev.faultline.campaign.score;

/**
 * A failure that was made small.
 *
 * @param steps that have to happen in the minimal scenario
 * @param wallNanos how long it took to find
 */
public record Shrunk(int steps, long wallNanos) {}
