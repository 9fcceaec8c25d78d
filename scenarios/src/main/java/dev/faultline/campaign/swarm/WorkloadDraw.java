package dev.faultline.campaign.swarm;

import dev.faultline.scenario.FuzzSection;
import dev.faultline.service.Service;
import dev.faultline.values.Share;
import dev.faultline.workload.WorkloadSettings;
import dev.faultline.workload.WorkloadSettings.Popularity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws what clients do: always an open loop, so that a fast system makes no long run. */
final class WorkloadDraw {
  private static final List<Integer> WEIGHTS = List.of(0, 1, 1, 4);

  private final FuzzSection fuzz;
  private final Usual usual;

  WorkloadDraw(FuzzSection fuzz, Usual usual) {
    this.fuzz = fuzz;
    this.usual = usual;
  }

  WorkloadSettings draw(Service service, Luck luck) {
    return new WorkloadSettings(
        service.name(),
        Spread.draw(fuzz.clients().orElse(Usual.CLIENTS), luck.at("clients")),
        Optional.of(Spread.draw(fuzz.rate().orElseGet(usual::rate), luck.at("rate"))),
        new WorkloadSettings.Keys(
            Spread.draw(fuzz.keys().orElse(Usual.KEYS), luck.at("keys")),
            luck.at("popularity").pick(List.of(Popularity.values()))),
        fuzz.mix()
            .<SortedMap<String, Share>>map(mixes -> Spread.draw(mixes, luck.at("mix")))
            .orElseGet(() -> mix(service, luck.at("mix"))),
        Spread.draw(fuzz.timeout().orElseGet(usual::timeout), luck.at("timeout")));
  }

  /** Some kinds of operation are missing, some are frequent; one that writes is always there. */
  private static SortedMap<String, Share> mix(Service service, Luck luck) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    boolean writes = false;
    for (Service.Kind kind : service.kinds()) {
      int weight = luck.at(kind.name()).pick(WEIGHTS);
      weights.put(kind.name(), weight);
      writes |= weight > 0 && !service.readsOnly(service.draw(kind.name(), "k1", "v1", "v2"));
    }
    return writes ? percent(weights) : service.defaultMix();
  }

  /** Shares in proportion to weights, in whole percent; the last takes what rounding leaves. */
  private static SortedMap<String, Share> percent(SortedMap<String, Integer> weights) {
    int total = weights.values().stream().mapToInt(weight -> weight).sum();
    List<Map.Entry<String, Integer>> present = new ArrayList<>(weights.entrySet());
    present.removeIf(kind -> kind.getValue() == 0);
    SortedMap<String, Share> mix = new TreeMap<>();
    int left = 100;
    for (Map.Entry<String, Integer> kind : present) {
      int share = 100 * kind.getValue() / total;
      left -= share;
      mix.put(kind.getKey(), share(share));
    }
    String last = present.getLast().getKey();
    mix.put(last, share(left + 100 * present.getLast().getValue() / total));
    return mix;
  }

  private static Share share(int percent) {
    return new Share(BigDecimal.valueOf(percent, 2).doubleValue());
  }
}
