package dev.faultline.execution;

import dev.faultline.trace.TraceEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run, step by step while it goes, with the steps that a second one writes, and keeps
 * the first difference.
 */
final class Comparison implements Execution.Witness {
  private static final String NOTHING = "nothing: the run is over";

  private final BufferedReader others;
  private @Nullable Difference difference;
  private String eventText = "";
  private long event;

  /**
   * Where two runs part.
   *
   * @param event the number of the event
   * @param time virtual nanoseconds
   * @param what the event, in words, as this run saw it
   * @param here the first step that differs, in this run
   * @param there the same step in the other run
   */
  record Difference(long event, long time, String what, String here, String there) {}

  /**
   * @param others the lines of {@link #line}, one for each step of the other run
   */
  Comparison(BufferedReader others) {
    this.others = others;
  }

  /** A step as a line. */
  static String line(TraceEntry entry, long fingerprint) {
    return Fingerprints.text(fingerprint) + " " + StepText.of(entry);
  }

  @Override
  public void on(TraceEntry entry, long fingerprint) {
    if (difference == null) {
      String here = line(entry, fingerprint);
      String there = next();
      if (!here.equals(there)) {
        difference = between(entry, here, there);
      }
      if (entry instanceof TraceEntry.Handled handled) {
        event = handled.id();
        eventText = StepText.of(handled);
      }
    }
  }

  private @Nullable String next() {
    try {
      return others.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Difference between(TraceEntry entry, String here, @Nullable String there) {
    String mine = withoutFingerprint(here);
    String theirs = there == null ? NOTHING : withoutFingerprint(there);
    if (mine.equals(theirs)) {
      // The fingerprint of an event covers all before it: something within the last one differed.
      String before = "fingerprint " + fingerprint(here) + " afterwards";
      String other = "fingerprint " + fingerprint(String.valueOf(there)) + " afterwards";
      return new Difference(event, entry.time(), eventText, before, other);
    }
    if (entry instanceof TraceEntry.Handled handled) {
      return new Difference(handled.id(), entry.time(), StepText.of(handled), mine, theirs);
    }
    return new Difference(StepText.event(entry), entry.time(), eventText, mine, theirs);
  }

  private static String withoutFingerprint(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static String fingerprint(String line) {
    int end = line.indexOf(' ');
    return end < 0 ? line : line.substring(0, end);
  }

  /** The first difference; also when the other run went on after this one was over. */
  Optional<Difference> difference(long end) {
    if (difference == null) {
      String there = next();
      if (there != null) {
        difference = new Difference(event, end, eventText, NOTHING, withoutFingerprint(there));
      }
    }
    return Optional.ofNullable(difference);
  }
}
