package dev.faultline.workload;

import dev.faultline.random.Choices;
import dev.faultline.random.Decision;
import dev.faultline.random.Distribution;
import dev.faultline.random.Draws;
import dev.faultline.random.Sampler;
import dev.faultline.service.Service;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one client, drawn by (client, i): neither what other clients do nor how earlier
 * operations ended changes them.
 */
final class GeneratedOperations implements OperationSource {
  private final NodeId client;
  private final WorkloadSettings settings;
  private final Service service;
  private final Choices choices;
  private final KeyPicker keys;
  private final Optional<Sampler> gaps;
  private final Map<String, String> lastWritten = new HashMap<>();
  private long number;
  private long time;

  GeneratedOperations(
      NodeId client, WorkloadSettings settings, Service service, Choices choices, KeyPicker keys) {
    this.client = client;
    this.settings = settings;
    this.service = service;
    this.choices = choices;
    this.keys = keys;
    this.gaps =
        settings
            .rate()
            .map(rate -> (long) (rate.meanNanos() * settings.clients()))
            .map(mean -> new Distribution.Exponential(Duration.ofNanos(mean)).sampler());
  }

  @Override
  public @Nullable Due next(long free) {
    number++;
    time = gaps.map(gap -> time + gap.sample(bits(Decision.OPERATION_TIME, 0))).orElse(free);
    return new Due(time, operation());
  }

  private Record operation() {
    String key = keys.pick(bits(Decision.OPERATION, 0));
    String value = client.name() + "-" + number;
    String expected = lastWritten.getOrDefault(key, "none");
    Record operation = service.draw(kind(bits(Decision.OPERATION, 1)), key, value, expected);
    if (service.written(operation).isPresent()) {
      lastWritten.put(key, value);
    }
    return operation;
  }

  private String kind(long bits) {
    double left = Draws.unit(bits);
    String last = "";
    for (Map.Entry<String, Share> entry : settings.mix().entrySet()) {
      if (!entry.getValue().isNone()) {
        last = entry.getKey();
        left -= entry.getValue().value();
        if (left < 0) {
          return last;
        }
      }
    }
    return last;
  }

  private long bits(Decision decision, long ordinal) {
    return choices.bits(decision, client.key(), number, ordinal);
  }

  @Override
  public boolean isClosedLoop() {
    return gaps.isEmpty();
  }
}
