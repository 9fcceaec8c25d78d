package dev.faultline.scenario;

import dev.faultline.values.About;

/**
 * The mark of a scenario that a run wrote down: its faults and operations are what happened, and
 * nothing is drawn in their place. A replay by the same version has the same fingerprint.
 */
public record Recording(
    @About("The program that ran it.") String version,
    @About("The fingerprint of the run, 16 hexadecimal digits.") long fingerprint) {}
