package dev.faultline.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/**
 * Draws values per window: a level for each window, joined to the next, broken where a window has
 * no value ({@code NaN}). Each series is one path.
 */
final class StepRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1;
  private static final Color HALO = Style.translucent(Style.PAPER, 190);

  /**
   * How one series looks.
   *
   * @param width of the line, pixels
   * @param filled is the area below it tinted?
   */
  record Look(Color color, float width, boolean filled) {}

  private final transient List<Look> looks;

  StepRenderer(List<Look> looks) {
    this.looks = looks;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
    State state = new State(info);
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis time,
      ValueAxis value,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    State steps = (State) state;
    if (item == 0) {
      steps.begin();
    }
    double y = dataset.getYValue(series, item);
    if (Double.isNaN(y)) {
      steps.lift(area.getMaxY());
    } else {
      steps.to(
          time.valueToJava2D(dataset.getXValue(series, item), area, RectangleEdge.BOTTOM),
          value.valueToJava2D(y, area, RectangleEdge.LEFT),
          area.getMaxY());
    }
    if (item == dataset.getItemCount(series) - 1) {
      steps.lift(area.getMaxY());
      steps.draw(g2, looks.get(series));
    }
  }

  private static final class State extends XYItemRendererState {
    private Path2D line = new Path2D.Float();
    private Path2D below = new Path2D.Float();
    private boolean down;
    private double lastX;

    State(PlotRenderingInfo info) {
      super(info);
    }

    void begin() {
      line = new Path2D.Float();
      below = new Path2D.Float();
      down = false;
    }

    void to(double x, double y, double bottom) {
      if (down) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
        below.moveTo(x, bottom);
        down = true;
      }
      below.lineTo(x, y);
      lastX = x;
    }

    void lift(double bottom) {
      if (down) {
        below.lineTo(lastX, bottom);
        below.closePath();
        down = false;
      }
    }

    void draw(Graphics2D g2, Look look) {
      if (look.filled()) {
        g2.setPaint(Style.translucent(look.color(), 48));
        g2.fill(below);
      } else {
        g2.setPaint(HALO);
        g2.setStroke(stroke(look.width() + 2.4f));
        g2.draw(line);
      }
      g2.setPaint(look.color());
      g2.setStroke(stroke(look.width()));
      g2.draw(line);
    }

    private static BasicStroke stroke(float width) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
  }
}
