package dev.faultline.scenario;

import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.service.Service;
import dev.faultline.values.Drift;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/** What a swarm may draw. */
final class FuzzForm {
  private static final int MOST_LINKS = 1000;

  private FuzzForm() {}

  /**
   * The section {@code fuzz}.
   *
   * @param config the settings of the protocol
   * @param services whose operations a mix can have
   */
  static Form<FuzzSection> of(
      FuzzConfigForm config, List<Service> services, Form<Drift> drift, Forms forms) {
    return forms
        .record(FuzzSection.class)
        .with("nodes", whole(1, SystemForm.MOST_NODES))
        .with("duration", possible(Duration.class, Forms.LENGTH))
        .with("config", config)
        .with("serviceTime", durations())
        .with("latency", durations())
        .with("loss", shares())
        .with("duplicate", shares())
        .with("corrupt", shares())
        .with("burst", truths())
        .with("fifo", truths())
        .with("links", whole(0, MOST_LINKS))
        .with("sync", durations())
        .with("damage", shares())
        .with("holes", truths())
        .with("drift", possible(Drift.class, drift))
        .with("offset", durations())
        .with("clients", whole(1, WorkloadForm.MOST_CLIENTS))
        .with("rate", possible(Rate.class, Forms.RATE))
        .with("keys", whole(1, WorkloadForm.MOST_KEYS))
        .with("mix", possible(SortedMap.class, new MixForm(services)))
        .with("timeout", possible(Duration.class, Forms.LENGTH))
        .with("faults", new FaultKindsForm())
        .orElse("keep", List.of());
  }

  private static <T> Form<Possible<T>> possible(Class<?> type, Form<T> item) {
    return PossibleForm.of(type, item);
  }

  private static Form<Possible<Integer>> whole(int least, int most) {
    return possible(Integer.class, Forms.count(least, most));
  }

  private static Form<Possible<Duration>> durations() {
    return possible(Duration.class, Forms.DURATION);
  }

  private static Form<Possible<Share>> shares() {
    return possible(Share.class, Forms.SHARE);
  }

  private static Form<Possible<Boolean>> truths() {
    return possible(Boolean.class, Forms.BOOLEAN);
  }
}
