package dev.faultline.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Where faults, the recovery and violations are named: in lanes above the plots, so that no label
 * covers the data or another label.
 *
 * <p>Each fault has its own label while that fits into a few lanes. Otherwise there is a lane for
 * each kind of fault, with the kind and the number of faults beside it. All positions are pixels
 * from the left edge of the plots.
 *
 * @param names what stands beside each lane, from the top
 * @param bars what stands in them
 */
record Lanes(List<String> names, List<Bar> bars) {
  /** Room on both sides of a label. */
  static final double GAP = 4;

  /** Nothing is drawn narrower than this. */
  static final double LEAST_WIDTH = 3;

  private static final int MOST_FAULT_LANES = 5;
  private static final int MOST_VIOLATION_LANES = 3;
  private static final int MOST_LABELS = 60;
  private static final double MOST_NAME_WIDTH = Style.LEFT - 12;
  private static final double MOST_LABEL_WIDTH = 230;
  private static final double LEAST_LABEL_WIDTH = 40;

  /** What a bar stands for. */
  enum Meaning {
    FAULT,
    SKIPPED_FAULT,
    RECOVERY,
    OUTAGE,
    VIOLATION
  }

  /**
   * Something that happened during a stretch of time.
   *
   * @param kind faults of one kind share a lane when there are many
   * @param label empty for none
   */
  record Span(Meaning meaning, String kind, String label, double from, double to) {
    Span {
      to = Math.max(to, from + LEAST_WIDTH);
    }
  }

  /**
   * A span in its lane.
   *
   * @param text the label as far as there is room, possibly nothing
   * @param textX where the text begins
   */
  record Bar(int lane, Span span, String text, double textX) {}

  /**
   * Finds a place for everything: faults at the top, violations next to the plots.
   *
   * @param spans in order of time
   * @param widthOf the width of a label in pixels
   */
  static Lanes of(List<Span> spans, ToDoubleFunction<String> widthOf) {
    List<Span> faults = only(spans, Meaning.FAULT, Meaning.SKIPPED_FAULT);
    List<Span> recovery = only(spans, Meaning.RECOVERY);
    List<String> names = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    // The recovery comes after all faults, so it costs no lane where these are labelled.
    List<Span> both = Stream.concat(faults.stream(), recovery.stream()).toList();
    Optional<Placement> labelled = Placement.labelled(both, MOST_FAULT_LANES, widthOf);
    if (labelled.isPresent()) {
      addAll(labelled.get(), faults.isEmpty() ? "" : "faults", names, bars);
    } else {
      addKinds(faults, names, bars, widthOf);
      addAll(Placement.crowded(recovery, 1, names.size(), widthOf), "", names, bars);
    }
    addAll(
        Placement.crowded(only(spans, Meaning.OUTAGE), 1, names.size(), widthOf),
        "outages",
        names,
        bars);
    addAll(
        Placement.crowded(
            only(spans, Meaning.VIOLATION), MOST_VIOLATION_LANES, names.size(), widthOf),
        "violations",
        names,
        bars);
    return new Lanes(List.copyOf(names), List.copyOf(bars));
  }

  private static List<Span> only(List<Span> spans, Meaning... meanings) {
    return spans.stream().filter(span -> List.of(meanings).contains(span.meaning())).toList();
  }

  int count() {
    return names.size();
  }

  private static void addAll(Placement placement, String name, List<String> names, List<Bar> bars) {
    for (int i = 0; i < placement.lanes(); i++) {
      names.add(i == 0 ? name : "");
    }
    bars.addAll(placement.bars());
  }

  /** A lane for each kind, the most frequent first; too many kinds share the last lane. */
  private static void addKinds(
      List<Span> faults, List<String> names, List<Bar> bars, ToDoubleFunction<String> widthOf) {
    Map<String, List<Span>> kinds = new LinkedHashMap<>();
    for (Span fault : faults) {
      kinds.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add(fault);
    }
    List<List<Span>> byCount = new ArrayList<>(kinds.values());
    byCount.sort(Comparator.comparingInt((List<Span> spans) -> spans.size()).reversed());
    int own = byCount.size() <= MOST_FAULT_LANES ? byCount.size() : MOST_FAULT_LANES - 1;
    for (List<Span> spans : byCount.subList(0, own)) {
      addKind(spans.getFirst().kind(), spans, names, bars, widthOf);
    }
    if (own < byCount.size()) {
      List<Span> others = new ArrayList<>();
      byCount.subList(own, byCount.size()).forEach(others::addAll);
      others.sort(Comparator.comparingDouble(Span::from));
      addKind("other", others, names, bars, widthOf);
    }
  }

  /** Bars that touch become one: in a lane without labels nobody can tell them apart. */
  private static void addKind(
      String kind,
      List<Span> faults,
      List<String> names,
      List<Bar> bars,
      ToDoubleFunction<String> widthOf) {
    Span last = faults.getFirst();
    for (Span fault : faults) {
      if (fault.from() < last.to() + 1 && fault.meaning() == last.meaning()) {
        double to = Math.max(last.to(), fault.to());
        last = new Span(last.meaning(), kind, "", last.from(), to);
      } else {
        bars.add(new Bar(names.size(), last, "", 0));
        last = fault;
      }
    }
    bars.add(new Bar(names.size(), last, "", 0));
    String count = " ×" + faults.size();
    double room = MOST_NAME_WIDTH - widthOf.applyAsDouble(count);
    names.add(Labels.shorten(kind, room, widthOf) + count);
  }

  /** Puts spans into lanes, first come, first served. */
  private static final class Placement {
    private final int mostLanes;
    private final int firstLane;
    private final ToDoubleFunction<String> widthOf;
    private final List<List<double[]>> taken = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();

    private Placement(int mostLanes, int firstLane, ToDoubleFunction<String> widthOf) {
      this.mostLanes = mostLanes;
      this.firstLane = firstLane;
      this.widthOf = widthOf;
    }

    /** Every span with a label, or nothing. */
    static Optional<Placement> labelled(
        List<Span> spans, int mostLanes, ToDoubleFunction<String> widthOf) {
      Placement placement = new Placement(mostLanes, 0, widthOf);
      return placement.placeAll(spans) ? Optional.of(placement) : Optional.empty();
    }

    /** Every span with a label, or all in one lane and labels only where there is room. */
    static Placement crowded(
        List<Span> spans, int mostLanes, int firstLane, ToDoubleFunction<String> widthOf) {
      Placement placement = new Placement(mostLanes, firstLane, widthOf);
      if (!placement.placeAll(spans)) {
        placement.taken.clear();
        placement.bars.clear();
        placement.squeeze(spans);
      }
      return placement;
    }

    int lanes() {
      return taken.size();
    }

    List<Bar> bars() {
      return bars;
    }

    private boolean placeAll(List<Span> spans) {
      return spans.size() <= MOST_LABELS && spans.stream().allMatch(this::place);
    }

    private boolean place(Span span) {
      String label = Labels.shorten(span.label(), MOST_LABEL_WIDTH, widthOf);
      for (int lane = 0; lane < mostLanes; lane++) {
        if (inside(span, label, lane) || after(span, label, lane) || before(span, label, lane)) {
          return true;
        }
      }
      double room = span.to() - span.from() - 2 * GAP;
      String shorter = room < LEAST_LABEL_WIDTH ? "" : Labels.shorten(label, room, widthOf);
      for (int lane = 0; lane < mostLanes && !shorter.isEmpty(); lane++) {
        if (inside(span, shorter, lane)) {
          return true;
        }
      }
      return false;
    }

    /** Reserves the place of every bar before any label, so that no bar covers one. */
    private void squeeze(List<Span> spans) {
      spans.forEach(span -> take(0, span.from(), span.to()));
      for (Span span : spans) {
        double begin = span.to() + GAP;
        double end = begin + widthOf.applyAsDouble(span.label()) + GAP;
        boolean fits =
            spans.size() <= MOST_LABELS && end <= Style.PLOT_WIDTH && isFree(0, span.to(), end);
        if (fits) {
          take(0, span.to(), end);
        }
        bars.add(new Bar(firstLane, span, fits ? span.label() : "", begin));
      }
    }

    private boolean inside(Span span, String text, int lane) {
      return widthOf.applyAsDouble(text) + 2 * GAP <= span.to() - span.from()
          && put(lane, span.from(), span.to(), span, text, span.from() + GAP);
    }

    private boolean after(Span span, String text, int lane) {
      double end = span.to() + widthOf.applyAsDouble(text) + 2 * GAP;
      return end <= Style.PLOT_WIDTH && put(lane, span.from(), end, span, text, span.to() + GAP);
    }

    private boolean before(Span span, String text, int lane) {
      double begin = span.from() - widthOf.applyAsDouble(text) - 2 * GAP;
      return begin >= 0 && put(lane, begin, span.to(), span, text, begin + GAP);
    }

    private boolean put(int lane, double from, double to, Span span, String text, double textX) {
      if (!isFree(lane, from, to)) {
        return false;
      }
      take(lane, from, to);
      bars.add(new Bar(firstLane + lane, span, text, textX));
      return true;
    }

    private boolean isFree(int lane, double from, double to) {
      return lane >= taken.size()
          || taken.get(lane).stream().noneMatch(place -> from < place[1] && place[0] < to);
    }

    private void take(int lane, double from, double to) {
      while (taken.size() <= lane) {
        taken.add(new ArrayList<>());
      }
      taken.get(lane).add(new double[] {from, to});
    }
  }
}
