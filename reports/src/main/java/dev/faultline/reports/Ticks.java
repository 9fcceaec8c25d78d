package dev.faultline.reports;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Axes with ticks of our own choice: the same in every locale, and in units that people use. */
final class Ticks {
  /** A mark on an axis. An empty label makes it a minor one, without a grid line. */
  record Tick(double value, String label) {}

  private static final double LABEL_DISTANCE = 62;

  private Ticks() {}

  /**
   * The least step of the form 1, 2 or 5 times a power of ten that fits into a length at most so
   * often.
   */
  static double step(double length, int most) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(length / most)));
    for (int factor : new int[] {1, 2, 5}) {
      if (length / (factor * power) <= most) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** A linear axis over the given range. */
  static NumberAxis linear(String label, double from, double to, List<Tick> ticks) {
    NumberAxis axis = new LinearAxis(label, ticks);
    dress(axis, from, to);
    return axis;
  }

  /** A logarithmic axis, base 10, over the given range. */
  static LogAxis logarithmic(String label, double from, double to, List<Tick> ticks) {
    LogAxis axis = new LogarithmicAxis(label, ticks);
    dress(axis, from, to);
    return axis;
  }

  private static void dress(ValueAxis axis, double from, double to) {
    axis.setRange(from, to);
    axis.setLabelFont(Style.LABEL_FONT);
    axis.setLabelPaint(Style.QUIET_TEXT);
    axis.setTickLabelFont(Style.LABEL_FONT);
    axis.setTickLabelPaint(Style.TEXT);
    axis.setAxisLinePaint(Style.AXIS);
    axis.setTickMarkPaint(Style.AXIS);
    axis.setMinorTickMarksVisible(true);
    axis.setMinorTickMarkOutsideLength(1.5f);
  }

  private static List<ValueTick> place(List<Tick> ticks, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<ValueTick> placed = new ArrayList<>();
    for (Tick tick : ticks) {
      TickType type = tick.label().isEmpty() ? TickType.MINOR : TickType.MAJOR;
      placed.add(new NumberTick(type, tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0.0));
    }
    return placed;
  }

  /**
   * Writes the label of an axis on the left, upwards, at the same distance for all plots.
   *
   * <p>JFreeChart's own way goes through {@link java.awt.font.TextLayout}, which costs a tenth of a
   * second in a JVM that has just started.
   */
  private static void drawUpwards(String label, Graphics2D g2, Rectangle2D dataArea) {
    double x = dataArea.getX() - LABEL_DISTANCE;
    double y = dataArea.getCenterY();
    AffineTransform upright = g2.getTransform();
    g2.setFont(Style.LABEL_FONT);
    g2.setPaint(Style.QUIET_TEXT);
    g2.rotate(-Math.PI / 2, x, y);
    double width = g2.getFontMetrics().getStringBounds(label, g2).getWidth();
    g2.drawString(label, (float) (x - width / 2), (float) y);
    g2.setTransform(upright);
  }

  private static final class LinearAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private final transient List<Tick> ticks;

    LinearAxis(String label, List<Tick> ticks) {
      super(label);
      this.ticks = ticks;
    }

    @Override
    @SuppressWarnings("rawtypes") // JFreeChart declares the raw list
    public List refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
      return place(ticks, edge);
    }

    @Override
    protected AxisState drawLabel(
        String label,
        Graphics2D g2,
        Rectangle2D plotArea,
        Rectangle2D dataArea,
        RectangleEdge edge,
        AxisState state) {
      if (edge != RectangleEdge.LEFT) {
        return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
      }
      drawUpwards(label, g2, dataArea);
      return state;
    }
  }

  private static final class LogarithmicAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private final transient List<Tick> ticks;

    LogarithmicAxis(String label, List<Tick> ticks) {
      super(label);
      this.ticks = ticks;
    }

    @Override
    @SuppressWarnings("rawtypes") // JFreeChart declares the raw list
    public List refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
      return place(ticks, edge);
    }

    @Override
    protected AxisState drawLabel(
        String label,
        Graphics2D g2,
        Rectangle2D plotArea,
        Rectangle2D dataArea,
        RectangleEdge edge,
        AxisState state) {
      if (edge != RectangleEdge.LEFT) {
        return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
      }
      drawUpwards(label, g2, dataArea);
      return state;
    }
  }
}
