package dev.faultline.trace;

import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the events of a run, hashes them into its fingerprint, and collects the facts that their
 * handlers report.
 *
 * <p>A trace is written only when somebody asked for one; it changes neither numbers nor
 * fingerprint.
 */
public final class Recorder {
  /** Sees the facts of an event after its handler returned. */
  public interface FactListener {
    /** One fact, in the order of reports. */
    void on(Fact fact, NodeId node, long time, long event);
  }

  private final boolean withContents;
  private final boolean wantsDescriptions;
  private final long maxEvents;
  private final long maxEventsPerInstant;
  private final FactListener listener;
  private final @Nullable Consumer<TraceEntry> trace;
  private final List<Fact> facts = new ArrayList<>();
  private final List<NodeId> reporters = new ArrayList<>();

  /** Taken while the handler runs, so that a fact that cannot be hashed is its failure. */
  private long[] hashes = new long[16];

  private long fingerprint = 0x6A09E667F3BCC908L;
  private long events;
  private long current;
  private long time;
  private long eventsAtInstant;
  private @Nullable String exceeded;

  /**
   * @param withContents do messages enter the fingerprint with all they say?
   * @param maxEvents how many events a run may have
   * @param maxEventsPerInstant how many at one moment
   * @param trace gets every entry; null for no trace
   */
  public Recorder(
      boolean withContents,
      long maxEvents,
      long maxEventsPerInstant,
      FactListener listener,
      @Nullable Consumer<TraceEntry> trace) {
    this.withContents = withContents;
    this.maxEvents = maxEvents;
    this.maxEventsPerInstant = maxEventsPerInstant;
    this.listener = listener;
    this.trace = trace;
    this.wantsDescriptions = withContents || trace != null;
  }

  /**
   * An event begins; its handler runs next. What needs more than hashes goes to {@link #describe},
   * which is worth calling only when {@link #wantsDescriptions} says so.
   *
   * @param node the hash of the name of the node
   * @param peer the hash of the name of the sender; 0 for none
   * @return the number of the event
   */
  public long begin(long now, EventKind kind, long node, long peer, TypeName type) {
    count(now);
    long hash = (fingerprint ^ now) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 32;
    long who = node + Long.rotateLeft(peer, 21);
    hash = (hash ^ (who + (kind.key() ^ type.key()))) * 0xD1342543DE82EF95L;
    fingerprint = hash ^ (hash >>> 29);
    return events;
  }

  /** Does somebody want to know more about each event than its hashes? */
  public boolean wantsDescriptions() {
    return wantsDescriptions;
  }

  /**
   * Describes the event that has just begun.
   *
   * @param content the message or operation, if it has one
   * @param cause the number of the event that caused it
   */
  public void describe(
      EventKind kind,
      NodeId node,
      @Nullable NodeId peer,
      TypeName type,
      @Nullable Object content,
      long cause) {
    if (withContents && content != null) {
      fingerprint = Hash.combine(fingerprint, StructuralHash.of(content));
    }
    if (trace != null) {
      trace.accept(
          new TraceEntry.Handled(
              events,
              time,
              kind,
              node,
              Optional.ofNullable(peer),
              type.name(),
              content == null ? "" : content.toString(),
              cause));
    }
  }

  private void count(long now) {
    current = ++events;
    if (now != time) {
      time = now;
      eventsAtInstant = 0;
    }
    if (++eventsAtInstant > maxEventsPerInstant) {
      exceeded = "more than " + maxEventsPerInstant + " events at one instant";
    } else if (events > maxEvents) {
      exceeded = "more than " + maxEvents + " events";
    }
  }

  /** The running handler reports a fact. */
  public void report(NodeId node, Fact fact) {
    if (facts.size() == hashes.length) {
      hashes = Arrays.copyOf(hashes, hashes.length * 2);
    }
    hashes[facts.size()] = StructuralHash.of(fact);
    facts.add(fact);
    reporters.add(node);
  }

  /** The handler of the current event has returned: its facts are judged, in order. */
  public void end() {
    if (!facts.isEmpty()) {
      judgeFacts();
    }
    current = 0;
  }

  private void judgeFacts() {
    long event = current;
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      NodeId node = reporters.get(i);
      fingerprint = Hash.combine(fingerprint ^ node.key(), hashes[i]);
      if (trace != null) {
        trace.accept(new TraceEntry.Reported(event, time, node, fact));
      }
      listener.on(fact, node, time, event);
    }
    facts.clear();
    reporters.clear();
  }

  /** Hashes something else that belongs to the run: the end of an operation, say. */
  public void add(long now, Object record) {
    fingerprint = Hash.combine(fingerprint ^ now, StructuralHash.of(record));
  }

  /** Writes an entry into the trace; for entries that cost something to make, ask first. */
  public void trace(TraceEntry entry) {
    if (trace != null) {
      trace.accept(entry);
    }
  }

  /** Does somebody read the trace? */
  public boolean isTracing() {
    return trace != null;
  }

  /** The number of the running event; 0 between events. */
  public long current() {
    return current;
  }

  /** How many events there were. */
  public long events() {
    return events;
  }

  /** The hash over everything so far. */
  public long fingerprint() {
    return fingerprint;
  }

  /** Another bound was exceeded. */
  public void exceed(String bound) {
    exceeded = bound;
  }

  /** Was a bound exceeded? */
  public boolean isExceeded() {
    return exceeded != null;
  }

  /** Which bound was exceeded, if one was. */
  public Optional<String> exceeded() {
    return Optional.ofNullable(exceeded);
  }
}
