package dev.faultline.cli.record;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.execution.CompletedRun;
import dev.faultline.execution.Fingerprints;
import dev.faultline.metrics.Availability;
import dev.faultline.metrics.Latency;
import dev.faultline.scenario.Expectation;
import dev.faultline.simulation.RunResult;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/**
 * The result of a run as one JSON object: what {@code run --json} prints and {@code result.json}
 * holds. Seeds and fingerprints are texts, because 64 bits do not survive JavaScript.
 */
public final class ResultJson {
  private final CompletedRun run;
  private final RunResult result;
  private final JsonGenerator json;

  private ResultJson(CompletedRun run, JsonGenerator json) {
    this.run = run;
    this.result = run.result();
    this.json = json;
  }

  /**
   * Writes the object, with a newline at the end.
   *
   * @param version of this program
   * @param replay the command that replays the run
   */
  public static String of(CompletedRun run, String version, String replay) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.pretty(text)) {
      new ResultJson(run, json).write(version, replay);
    }
    return text.append('\n').toString();
  }

  /** A verdict in the words of results and of {@code expect}. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** An expectation as a scenario writes it. */
  public static String words(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Pass pass -> "pass";
      case Expectation.Undecided undecided -> "undecided";
      case Expectation.Broken(Optional<String> check) ->
          check.map(name -> "violation: " + name).orElse("violation");
    };
  }

  private void write(String version, String replay) {
    json.writeStartObject();
    json.writeStringProperty("scenario", run.scenario().name());
    json.writeStringProperty("seed", Long.toString(result.seed()));
    json.writeStringProperty("version", version);
    json.writeStringProperty("verdict", word(result.verdict()));
    json.writeStringProperty("expected", words(run.scenario().expect()));
    json.writeStringProperty("fingerprint", Fingerprints.text(result.fingerprint()));
    json.writeNumberProperty("simulatedMillis", JsonText.millis(result.end()));
    json.writeNumberProperty("wallMillis", run.wallNanos() / 1_000_000);
    json.writeNumberProperty("events", result.events());
    json.writeNumberProperty("messages", result.messages());
    operations(OperationCounts.of(result.history(), result.duration()));
    latency(Latency.of(result.history(), result.duration()));
    availability(Availability.of(result.history(), result.duration()));
    violations(result.violations());
    checks(result.checks());
    json.writeStringProperty("replay", replay);
    json.writeEndObject();
  }

  private void operations(OperationCounts counts) {
    json.writeObjectPropertyStart("operations");
    json.writeNumberProperty("ok", counts.ok());
    json.writeNumberProperty("failed", counts.failed());
    json.writeNumberProperty("unknown", counts.unknown());
    json.writeEndObject();
  }

  /** Null where no operation succeeded: there is no such latency. */
  private void latency(Optional<Latency> latency) {
    json.writeObjectPropertyStart("latencyMillis");
    quantile("p50", latency, Latency::p50);
    quantile("p90", latency, Latency::p90);
    quantile("p99", latency, Latency::p99);
    quantile("max", latency, Latency::max);
    json.writeEndObject();
  }

  private void quantile(String name, Optional<Latency> latency, ToLongFunction<Latency> nanos) {
    if (latency.isPresent()) {
      json.writeNumberProperty(name, JsonText.millis(nanos.applyAsLong(latency.get())));
    } else {
      json.writeNullProperty(name);
    }
  }

  private void availability(Availability availability) {
    json.writeObjectPropertyStart("availability");
    BigDecimal share = BigDecimal.valueOf(availability.share()).setScale(6, RoundingMode.DOWN);
    json.writeNumberProperty("share", share.stripTrailingZeros());
    json.writeArrayPropertyStart("outages");
    for (Availability.Outage outage : availability.outages()) {
      json.writeStartObject();
      json.writeNumberProperty("fromMillis", JsonText.millis(outage.from()));
      json.writeNumberProperty("toMillis", JsonText.millis(outage.to()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void violations(List<Violation> violations) {
    json.writeArrayPropertyStart("violations");
    for (Violation violation : violations) {
      json.writeStartObject();
      json.writeStringProperty("check", violation.check());
      json.writeStringProperty("message", violation.message());
      json.writeNumberProperty("timeMillis", JsonText.millis(violation.time()));
      if (violation.event() == Violation.AT_THE_END) {
        json.writeNullProperty("event");
      } else {
        json.writeNumberProperty("event", violation.event());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void checks(List<CheckResult> checks) {
    json.writeArrayPropertyStart("checks");
    for (CheckResult check : checks) {
      json.writeStartObject();
      json.writeStringProperty("name", check.name());
      json.writeStringProperty("verdict", word(check.verdict()));
      json.writeNumberProperty("evaluations", check.evaluations());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
