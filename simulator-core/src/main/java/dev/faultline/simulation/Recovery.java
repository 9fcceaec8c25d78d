package dev.faultline.simulation;

import dev.faultline.disk.DiskSettings;
import dev.faultline.random.Distribution;
import java.time.Duration;

/**
 * The calm after the faults, and how soon the system must make progress in it.
 *
 * @param latency one-way latency of the calm network; no loss, no duplication
 * @param sync how long the healthy disks take to sync
 * @param bound the correct system whose servers missed nothing completes an operation within this
 *     time with probability above 1 - 1e-9, on clocks that run true
 * @param catchUp how much longer it may take for each operation of the run that a server missed
 * @param core how many servers are up and connected at least
 */
public record Recovery(
    Distribution latency, Distribution sync, Duration bound, Duration catchUp, int core) {
  /** With disks of usual speed, for a system in which nothing has to be caught up with. */
  public Recovery(Distribution latency, Duration bound, int core) {
    this(latency, DiskSettings.DEFAULT.sync(), bound, Duration.ZERO, core);
  }
}
