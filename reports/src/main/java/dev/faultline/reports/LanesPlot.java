package dev.faultline.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Draws {@link Lanes} as a plot of its own, above the plots of the data. */
final class LanesPlot {
  /** Height of one lane, pixels. */
  static final int LANE_HEIGHT = 17;

  private static final double BAR_HEIGHT = 13;
  private static final BasicStroke DASHED =
      new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3, 2}, 0);

  private LanesPlot() {}

  static XYPlot of(Lanes lanes) {
    List<Ticks.Tick> names = new ArrayList<>();
    for (int lane = 0; lane < lanes.count(); lane++) {
      names.add(new Ticks.Tick(lanes.count() - lane - 0.5, lanes.names().get(lane)));
    }
    NumberAxis axis = Ticks.linear("", 0, lanes.count(), names);
    axis.setTickLabelFont(Style.LANE_FONT);
    axis.setTickLabelPaint(Style.QUIET_TEXT);
    axis.setTickMarksVisible(false);
    axis.setMinorTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    XYPlot plot = new XYPlot(null, null, axis, null);
    Frame.clear(plot);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new Bars(lanes), false);
    return plot;
  }

  private static final class Bars extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;
    private final transient Lanes lanes;

    Bars(Lanes lanes) {
      this.lanes = lanes;
    }

    @Override
    public void draw(
        Graphics2D g2,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis time,
        ValueAxis lane,
        int rendererIndex,
        PlotRenderingInfo info) {
      double height = area.getHeight() / lanes.count();
      g2.setFont(Style.LANE_FONT);
      for (Lanes.Bar bar : lanes.bars()) {
        draw(g2, bar, area.getX(), area.getY() + bar.lane() * height + (height - BAR_HEIGHT) / 2);
      }
    }

    private static void draw(Graphics2D g2, Lanes.Bar bar, double left, double top) {
      Lanes.Span span = bar.span();
      // A pixel less keeps bars apart that follow each other.
      Rectangle2D box =
          new Rectangle2D.Double(left + span.from(), top, span.to() - span.from() - 1, BAR_HEIGHT);
      g2.setStroke(Style.HAIRLINE);
      switch (span.meaning()) {
        case FAULT -> fill(g2, box, Style.FAULT_BAR);
        case RECOVERY -> fill(g2, box, Style.RECOVERY_BAR);
        case OUTAGE -> fill(g2, box, Style.OUTAGE_BAR);
        case VIOLATION -> fill(g2, box, Style.VERMILION);
        case SKIPPED_FAULT -> {
          g2.setStroke(DASHED);
          g2.setPaint(Style.FAULT_EDGE);
          g2.draw(box);
        }
      }
      if (!bar.text().isEmpty()) {
        g2.setPaint(span.meaning() == Lanes.Meaning.VIOLATION ? Style.VERMILION_TEXT : Style.TEXT);
        g2.drawString(bar.text(), (float) (left + bar.textX()), (float) (top + BAR_HEIGHT - 3));
      }
    }

    private static void fill(Graphics2D g2, Rectangle2D box, Color color) {
      g2.setPaint(color);
      g2.fill(box);
    }
  }
}
