package dev.faultline.disk;

import dev.faultline.random.Distribution;
import dev.faultline.values.Share;
import java.time.Duration;

/**
 * The disks of a run.
 *
 * @param sync how long a sync takes
 * @param damage share of unsynced writes that a crash damages rather than keeps or loses
 * @param holes may a crash keep a later unsynced record and lose an earlier one?
 * @param checksums is damage noticed when it is read? Without, it reads as another value
 */
public record DiskSettings(Distribution sync, Share damage, boolean holes, boolean checksums) {
  /** Syncs of half a millisecond; a tenth of what a crash finds unsynced is damaged. */
  public static final DiskSettings DEFAULT =
      new DiskSettings(
          new Distribution.Constant(Duration.ofNanos(500_000)), new Share(0.1), false, true);
}
