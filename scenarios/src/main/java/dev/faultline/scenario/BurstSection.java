package dev.faultline.scenario;

import dev.faultline.network.BurstLoss;
import dev.faultline.values.About;
import dev.faultline.values.Share;
import java.time.Duration;

/** Loss in bursts, as scenarios write it: each link is good or bad for a while. */
record BurstSection(
    @About("Mean length of a good stretch.") Duration good,
    @About("Mean length of a bad stretch.") Duration bad,
    @About("Share of messages lost in a bad stretch.") Share loss) {
  static BurstSection of(BurstLoss burst) {
    return new BurstSection(burst.good(), burst.bad(), burst.loss());
  }

  BurstLoss burst() {
    return new BurstLoss(good, bad, loss);
  }
}
