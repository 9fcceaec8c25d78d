package dev.faultline.scenario;

import dev.faultline.values.About;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.WorkloadSettings;
import dev.faultline.workload.WorkloadSettings.Popularity;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What clients do, as scenarios write it. */
record WorkloadSection(
    @About("The service that clients use, one that the protocol offers.") String service,
    @About("How many clients there are, c1 onwards.") int clients,
    @About(
            "Operations per second of all clients together; without it, each client starts the next operation when the last has ended.")
        Optional<Rate> rate,
    @About("The keys that operations use.") Keys keys,
    @About("The share of each kind of operation; together 100%.") SortedMap<String, Share> mix,
    @About("When an open operation is given up and counts as unknown.") Duration timeout) {
  /** The keys that operations use, as scenarios write them. */
  record Keys(
      @About("How many, k1 onwards.") int count,
      @About("How often each is used: equally often, or the k-th in proportion to 1/k.")
          Popularity distribution) {}

  static WorkloadSection of(WorkloadSettings settings) {
    return new WorkloadSection(
        settings.service(),
        settings.clients(),
        settings.rate(),
        new Keys(settings.keys().count(), settings.keys().distribution()),
        new TreeMap<>(settings.mix()),
        settings.timeout());
  }

  WorkloadSettings settings() {
    return new WorkloadSettings(
        service,
        clients,
        rate,
        new WorkloadSettings.Keys(keys.count(), keys.distribution()),
        mix,
        timeout);
  }
}
