package dev.faultline.simulation;

import dev.faultline.random.Distribution;
import java.time.Duration;

/**
 * The calm after the faults, and how soon the system must make progress in it.
 *
 * @param latency one-way latency of the calm network; no loss, no duplication
 * @param bound the correct system completes an operation within this time with probability above 1
 *     - 1e-9
 * @param core how many servers are up and connected at least
 */
public record Recovery(Distribution latency, Duration bound, int core) {}
