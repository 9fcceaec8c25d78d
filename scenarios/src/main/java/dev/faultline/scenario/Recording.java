package dev.faultline.scenario;

/**
 * The mark of a scenario that a run wrote down: its faults and operations are what happened, and
 * nothing is drawn in their place.
 *
 * @param version the program that ran it
 * @param fingerprint of the run; a replay by the same version has the same
 */
public record Recording(String version, long fingerprint) {}
