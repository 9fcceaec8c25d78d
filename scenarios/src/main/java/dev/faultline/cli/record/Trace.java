package dev.faultline.cli.record;

import dev.faultline.trace.TraceEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * What led to a violation: the last steps of a run, and the facts of all the steps before. Its size
 * is bounded, however long the run.
 */
public final class Trace implements Consumer<TraceEntry> {
  /** So many steps are kept, the last ones. */
  public static final int STEPS = 20_000;

  /** So many earlier facts are kept, the last ones. */
  public static final int FACTS = 100_000;

  private static final Pattern EARLIER_FACTS = Pattern.compile("\"earlierFacts\":([0-9]{1,9})");

  private final Deque<TraceEntry> steps = new ArrayDeque<>();
  private final Deque<TraceEntry.Reported> earlierFacts = new ArrayDeque<>();
  private long seen;
  private long facts;

  @Override
  public void accept(TraceEntry entry) {
    seen++;
    steps.addLast(entry);
    if (steps.size() > STEPS && steps.removeFirst() instanceof TraceEntry.Reported fact) {
      facts++;
      earlierFacts.addLast(fact);
      if (earlierFacts.size() > FACTS) {
        earlierFacts.removeFirst();
      }
    }
  }

  /** What is kept, in order. */
  List<TraceEntry> entries() {
    List<TraceEntry> entries = new ArrayList<>(earlierFacts);
    entries.addAll(steps);
    return entries;
  }

  /** How many lines of a trace file come before its unbroken steps: the first, and early facts. */
  static int linesBeforeSteps(List<String> lines) {
    Matcher matcher = EARLIER_FACTS.matcher(lines.isEmpty() ? "" : lines.getFirst());
    int facts = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    return Math.min(lines.size(), facts + 1);
  }

  /** In words, what is kept and what is not. */
  public String about() {
    if (seen == steps.size()) {
      return "all " + seen + " steps up to the violation";
    }
    String kept = facts == earlierFacts.size() ? "all" : "the last " + FACTS;
    return "the last "
        + STEPS
        + " of "
        + seen
        + " steps up to the violation, and "
        + kept
        + " facts before them";
  }

  /** Writes {@code trace.jsonl}: first what it holds, then a step a line. */
  void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        JsonGenerator json = JsonText.lines(writer)) {
      json.writeStartObject();
      json.writeStringProperty("about", about());
      json.writeNumberProperty("earlierFacts", earlierFacts.size());
      json.writeEndObject();
      entries().forEach(entry -> write(json, entry));
      JsonText.end(json);
    }
  }

  /** A step as a line of the file, without its end. */
  static String line(TraceEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.lines(text)) {
      write(json, entry);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, TraceEntry entry) {
    json.writeStartObject();
    members(json, entry);
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, TraceEntry entry) {
    switch (entry) {
      case TraceEntry.Handled handled -> handled(json, handled);
      case TraceEntry.Reported reported -> reported(json, reported);
      case TraceEntry.Sent sent -> {
        place(json, "sent", sent.event(), sent.time());
        link(json, sent.from().name(), sent.to().name(), sent.type());
        json.writeStringProperty("content", sent.content());
      }
      case TraceEntry.Lost lost -> {
        place(json, "lost", lost.event(), lost.time());
        link(json, lost.from().name(), lost.to().name(), lost.type());
        json.writeStringProperty("why", lost.why());
      }
    }
  }

  private static void handled(JsonGenerator json, TraceEntry.Handled handled) {
    String kind = handled.kind().name().toLowerCase(Locale.ROOT);
    place(json, kind, handled.id(), handled.time());
    json.writeStringProperty("node", handled.node().name());
    handled.peer().ifPresent(peer -> json.writeStringProperty("from", peer.name()));
    json.writeStringProperty("type", handled.type());
    if (!handled.content().isEmpty()) {
      json.writeStringProperty("content", handled.content());
    }
    json.writeNumberProperty("cause", handled.cause());
  }

  private static void reported(JsonGenerator json, TraceEntry.Reported reported) {
    place(json, "fact", reported.event(), reported.time());
    json.writeStringProperty("node", reported.node().name());
    json.writeStringProperty("type", reported.fact().getClass().getSimpleName());
    json.writeName("fact");
    JsonText.value(json, reported.fact());
  }

  private static void place(JsonGenerator json, String kind, long event, long time) {
    json.writeStringProperty("step", kind);
    json.writeNumberProperty("event", event);
    json.writeNumberProperty("timeNanos", time);
  }

  private static void link(JsonGenerator json, String from, String to, String type) {
    json.writeStringProperty("from", from);
    json.writeStringProperty("to", to);
    json.writeStringProperty("type", type);
  }
}
