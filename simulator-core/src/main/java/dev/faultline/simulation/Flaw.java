package dev.faultline.simulation;

/**
 * A published bug, rebuilt over the correct protocol.
 *
 * @param id what {@code system.flaw} names: {@code R01}
 * @param about what the bug does, in one sentence
 * @param source where it was published
 */
public record Flaw(String id, String about, String source) {}
