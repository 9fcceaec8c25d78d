package dev.faultline.scenario;

import dev.faultline.disk.DiskSettings;
import dev.faultline.random.Distribution;
import dev.faultline.values.About;
import dev.faultline.values.Share;

/** The disks of all servers, as scenarios write them. */
record DiskSection(
    @About("How long a sync takes.") Distribution sync,
    @About("Share of unsynced writes that a crash damages rather than keeps or loses.")
        Share damage,
    @About("May a crash keep a later unsynced record and lose an earlier one?") boolean holes,
    @About("Is damage noticed when it is read? Without, it reads as another value.")
        boolean checksums) {
  static DiskSection of(DiskSettings settings) {
    return new DiskSection(
        settings.sync(), settings.damage(), settings.holes(), settings.checksums());
  }

  DiskSettings settings() {
    return new DiskSettings(sync, damage, holes, checksums);
  }
}
