package dev.faultline.campaign.run;

import dev.faultline.check.FactObserver;
import dev.faultline.check.Sometimes;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the facts of a run by kind, and notes what sometimes happens. */
public final class Census implements FactObserver {
  /** Looked up for each fact; sorted when it is read. */
  private final Map<Class<?>, Kind> kinds = new HashMap<>();

  private final List<Watched> watched;

  private @Nullable Class<?> lastType;
  private Kind lastKind = new Kind(List.of());

  /** A kind of fact. */
  private static final class Kind {
    /** Who wants to see it, and has not seen enough. */
    private final List<Watched> watched;

    private long count;

    Kind(List<Watched> watched) {
      this.watched = watched;
    }
  }

  /** Something that should happen sometimes. */
  private static final class Watched {
    private final Sometimes sometimes;
    private boolean happened;

    Watched(Sometimes sometimes) {
      this.sometimes = sometimes;
    }

    boolean wants(Class<?> kind) {
      return !happened
          && sometimes.observes().stream().anyMatch(wanted -> wanted.isAssignableFrom(kind));
    }

    boolean isDoneWith(Fact fact, NodeId node) {
      happened = happened || sometimes.happens(fact, node);
      return happened;
    }
  }

  /**
   * Something that should happen sometimes, and whether it did in this run.
   *
   * @param required does a campaign without it prove nothing?
   */
  public record Sign(String name, boolean required, boolean happened) {}

  /**
   * @param sometimes what to look for; fresh objects
   */
  public Census(List<Sometimes> sometimes) {
    watched = sometimes.stream().map(Watched::new).toList();
  }

  @Override
  public void on(Fact fact, NodeId node, long time, long event) {
    Kind kind = kind(fact.getClass());
    kind.count++;
    for (int i = kind.watched.size() - 1; i >= 0; i--) {
      if (kind.watched.get(i).isDoneWith(fact, node)) {
        kind.watched.remove(i);
      }
    }
  }

  /** Many facts are of the same kind as the one before. */
  private Kind kind(Class<?> type) {
    if (type != lastType) {
      lastType = type;
      lastKind = kinds.computeIfAbsent(type, this::newKind);
    }
    return lastKind;
  }

  private Kind newKind(Class<?> type) {
    return new Kind(new ArrayList<>(watched.stream().filter(each -> each.wants(type)).toList()));
  }

  /** How often each kind of fact was reported, by the simple name of its class. */
  public SortedMap<String, Long> facts() {
    SortedMap<String, Long> sorted = new TreeMap<>();
    kinds.forEach((type, kind) -> sorted.merge(type.getSimpleName(), kind.count, Long::sum));
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** What should happen sometimes, in the order of the protocol. */
  public List<Sign> signs() {
    return watched.stream()
        .map(each -> new Sign(each.sometimes.name(), each.sometimes.required(), each.happened))
        .toList();
  }
}
