package dev.faultline.cli.record;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.Service;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes {@code history.jsonl}: an operation a line, by invocation. */
final class HistoryFile {
  private HistoryFile() {}

  static void write(Path file, List<Operation> history, Service service) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        JsonGenerator json = JsonText.lines(writer)) {
      for (Operation operation : history) {
        write(json, operation, service);
      }
      JsonText.end(json);
    }
  }

  private static void write(JsonGenerator json, Operation operation, Service service) {
    json.writeStartObject();
    json.writeNumberProperty("id", operation.id());
    json.writeStringProperty("client", operation.client().name());
    json.writeNumberProperty("process", operation.process());
    json.writeStringProperty("operation", service.kindOf(operation.operation()));
    service.fields(operation.operation()).forEach(json::writeStringProperty);
    json.writeNumberProperty("intendedNanos", operation.intended());
    json.writeNumberProperty("invokedNanos", operation.invoked());
    json.writeNumberProperty("completedNanos", operation.completed());
    outcome(json, operation.outcome());
    json.writeEndObject();
  }

  private static void outcome(JsonGenerator json, Outcome<?> outcome) {
    switch (outcome) {
      case Outcome.Ok<?> ok -> {
        json.writeStringProperty("outcome", "ok");
        json.writeName("result");
        JsonText.value(json, ok.result());
      }
      case Outcome.Failed<?> failed -> {
        json.writeStringProperty("outcome", "failed");
        json.writeStringProperty("why", failed.why());
      }
      case Outcome.Unknown<?> unknown -> json.writeStringProperty("outcome", "unknown");
    }
  }
}
