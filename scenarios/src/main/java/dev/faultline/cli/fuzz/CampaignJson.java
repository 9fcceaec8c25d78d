package dev.faultline.cli.fuzz;

import dev.faultline.campaign.Coverage;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.publish.CampaignReport;
import dev.faultline.campaign.publish.Finding;
import dev.faultline.cli.record.JsonText;
import dev.faultline.cli.record.ResultJson;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/**
 * Campaigns as one JSON object: what {@code fuzz --json} prints. Seeds are texts, because 64 bits
 * do not survive JavaScript.
 */
public final class CampaignJson {
  private final JsonGenerator json;

  private CampaignJson(JsonGenerator json) {
    this.json = json;
  }

  /** The object, with a newline at the end. */
  public static String of(List<CampaignReport> reports) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.pretty(text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("campaigns");
      reports.forEach(new CampaignJson(json)::write);
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private void write(CampaignReport report) {
    json.writeStartObject();
    json.writeStringProperty("scenario", report.scenario());
    json.writeStringProperty("version", report.version());
    json.writeStringProperty("strategy", report.strategy());
    json.writeStringProperty("verdict", ResultJson.word(report.verdict().verdict()));
    json.writeBooleanProperty("asExpected", report.asExpected());
    json.writeStringProperty("end", end(report));
    seeds(report.seeds().first(), report.result().counts());
    json.writeNumberProperty("events", report.result().events());
    json.writeNumberProperty("simulatedMillis", JsonText.millis(report.result().simulatedNanos()));
    json.writeNumberProperty("wallMillis", report.result().wallNanos() / 1_000_000);
    json.writeArrayPropertyStart("findings");
    report.findings().forEach(this::finding);
    json.writeEndArray();
    texts("doubts", report.verdict().doubts());
    texts("notes", report.notes());
    coverage(report.result().coverage());
    json.writeStringProperty("again", report.rerun());
    json.writeEndObject();
  }

  /** {@code all-seeds}, {@code time-up} and so on. */
  private static String end(CampaignReport report) {
    String name = report.result().end().getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private void seeds(long first, SeedCounts counts) {
    json.writeObjectPropertyStart("seeds");
    json.writeStringProperty("first", Long.toString(first));
    json.writeNumberProperty("run", counts.total());
    json.writeNumberProperty("passed", counts.passed());
    json.writeNumberProperty("failed", counts.failed());
    json.writeNumberProperty("undecided", counts.undecided());
    json.writeNumberProperty("idle", counts.idle());
    json.writeEndObject();
  }

  private void finding(Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("kind", finding.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("name", finding.name());
    json.writeStringProperty("check", finding.check());
    json.writeStringProperty("message", finding.message());
    json.writeNumberProperty("count", finding.count());
    texts("seeds", finding.seeds().stream().map(seed -> Long.toString(seed)).toList());
    if (finding.steps().isPresent()) {
      json.writeNumberProperty("steps", finding.steps().getAsInt());
    }
    json.writeStringProperty("folder", finding.folder().toString());
    json.writeStringProperty("replay", finding.replay());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void coverage(Coverage coverage) {
    json.writeObjectPropertyStart("coverage");
    counts("facts", coverage.facts());
    json.writeObjectPropertyStart("sometimes");
    coverage
        .signs()
        .forEach((name, sign) -> {
          json.writeObjectPropertyStart(name);
          json.writeBooleanProperty("required", sign.required());
          json.writeNumberProperty("seeds", sign.seeds());
          json.writeEndObject();
        });
    json.writeEndObject();
    counts("checks", coverage.checks());
    json.writeEndObject();
  }

  private void counts(String name, SortedMap<String, Long> seeds) {
    json.writeObjectPropertyStart(name);
    seeds.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }
}
