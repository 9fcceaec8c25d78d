package dev.faultline.reports;

import dev.faultline.check.Violation;
import dev.faultline.fault.FaultSpan;
import dev.faultline.metrics.Availability.Outage;
import dev.faultline.simulation.RunResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** What happened to the system, behind and above the data: faults, recovery, violations. */
final class Backdrop {
  private static final BasicStroke VIOLATION_STROKE = new BasicStroke(2f);
  private static final BasicStroke RECOVERY_STROKE =
      new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4, 3}, 0);

  private final RunResult result;
  private final TimeScale scale;
  private final List<Outage> outages;

  /**
   * Of a run.
   *
   * @param outages the ones to show
   */
  Backdrop(RunResult result, TimeScale scale, List<Outage> outages) {
    this.result = result;
    this.scale = scale;
    this.outages = List.copyOf(outages);
  }

  TimeScale scale() {
    return scale;
  }

  /** Is a part of the time axis the recovery? */
  static boolean hasRecovery(RunResult result) {
    return result.duration() > 0 && result.duration() < result.end();
  }

  /** Marks everything in a plot of the data. */
  void mark(XYPlot plot) {
    for (Bands.Band band : Bands.of(result.faults(), scale)) {
      behind(
          plot,
          area(scale.atPixel(band.from()), scale.atPixel(band.to()), Style.band(band.depth())));
    }
    if (hasRecovery(result)) {
      behind(plot, area(scale.at(result.duration()), scale.max(), Style.RECOVERY_BAND));
      behind(plot, line(result.duration(), Style.FAULT_EDGE, RECOVERY_STROKE));
    }
    for (Outage outage : outages) {
      behind(plot, area(scale.at(outage.from()), scale.at(outage.to()), Style.OUTAGE_BAND));
    }
    long previous = -1;
    for (Violation violation : result.violations()) {
      // Hundreds of violations in one column of pixels are one line.
      long pixel = Math.round(scale.pixel(violation.time()));
      if (pixel != previous) {
        Marker line = line(violation.time(), Style.VERMILION, VIOLATION_STROKE);
        plot.addDomainMarker(0, line, Layer.FOREGROUND, false);
      }
      previous = pixel;
    }
  }

  /** Names everything in the lanes above the plots. */
  Lanes lanes() {
    List<Lanes.Span> spans = new ArrayList<>();
    result.faults().forEach(fault -> spans.add(span(fault)));
    if (hasRecovery(result)) {
      spans.add(span(Lanes.Meaning.RECOVERY, "", "recovery", result.duration(), result.end()));
    }
    for (Outage outage : outages) {
      String length = Units.duration(outage.to() - outage.from());
      spans.add(span(Lanes.Meaning.OUTAGE, "", length, outage.from(), outage.to()));
    }
    spans.addAll(violations());
    return Lanes.of(spans, label -> Labels.width(label, Style.LANE_FONT));
  }

  private Lanes.Span span(FaultSpan fault) {
    // A crash is labelled "crash n4", a partition only "n1 | n2 n3".
    String name =
        fault.label().startsWith(fault.kind()) ? fault.label() : fault.kind() + " " + fault.label();
    return fault.skipped().isEmpty()
        ? span(Lanes.Meaning.FAULT, fault.kind(), name, fault.from(), fault.to())
        : span(
            Lanes.Meaning.SKIPPED_FAULT,
            fault.kind(),
            name + " (skipped)",
            fault.from(),
            fault.from());
  }

  /** One for each check that found something, where it found the first. */
  private List<Lanes.Span> violations() {
    Map<String, List<Violation>> checks = new LinkedHashMap<>();
    for (Violation violation : result.violations()) {
      checks.computeIfAbsent(violation.check(), check -> new ArrayList<>()).add(violation);
    }
    List<Lanes.Span> spans = new ArrayList<>();
    checks.forEach((check, found) -> {
      long time = found.getFirst().time();
      String label = found.size() == 1 ? check : check + " ×" + found.size();
      spans.add(span(Lanes.Meaning.VIOLATION, check, label, time, time));
    });
    return spans;
  }

  private Lanes.Span span(Lanes.Meaning meaning, String kind, String label, long from, long to) {
    double begin = Math.min(scale.pixel(from), Style.PLOT_WIDTH - Lanes.LEAST_WIDTH);
    return new Lanes.Span(meaning, kind, label, begin, scale.pixel(to));
  }

  private static void behind(XYPlot plot, Marker marker) {
    plot.addDomainMarker(0, marker, Layer.BACKGROUND, false);
  }

  private static Marker area(double from, double to, Color color) {
    IntervalMarker marker = new IntervalMarker(from, to, color);
    marker.setOutlinePaint(null);
    marker.setAlpha(1f);
    return marker;
  }

  private Marker line(long time, Color color, BasicStroke stroke) {
    // At the end of the axis half of the line would be cut off.
    double last = scale.atPixel(Style.PLOT_WIDTH - stroke.getLineWidth() / 2);
    ValueMarker marker = new ValueMarker(Math.min(scale.at(time), last), color, stroke);
    marker.setAlpha(1f);
    return marker;
  }
}
