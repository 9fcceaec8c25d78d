package dev.faultline.reports;

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
 * Draws any number of points as small translucent marks.
 *
 * <p>Points that fall into the same cell of a fine grid become one mark, the more opaque the more
 * of them there are. The cells grow until there are few enough, so a picture of a million
 * operations is no larger and no slower than one of twenty thousand. All marks of one opacity are
 * one path.
 */
final class MarkRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1;

  /** Most marks of one series in a picture. */
  static final int MOST_MARKS = 15_000;

  private static final int FULL_OPACITY = 250;

  /** How one series looks. */
  record Look(Mark mark, Color color) {}

  private final transient List<Look> looks;

  MarkRenderer(List<Look> looks) {
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
    Points points = ((State) state).points(area, dataset.getItemCount(series), item);
    points.add(
        time.valueToJava2D(dataset.getXValue(series, item), area, RectangleEdge.BOTTOM),
        value.valueToJava2D(dataset.getYValue(series, item), area, RectangleEdge.LEFT));
    if (item == dataset.getItemCount(series) - 1) {
      Look look = looks.get(series);
      g2.setStroke(look.mark().stroke(points.count));
      List<Path2D> paths = points.paths(look.mark());
      for (int i = 0; i < paths.size(); i++) {
        if (paths.get(i).getCurrentPoint() != null) {
          int least = look.mark().opacity();
          int opacity = least + i * (FULL_OPACITY - least) / (paths.size() - 1);
          g2.setPaint(Style.translucent(look.color(), opacity));
          g2.draw(paths.get(i));
        }
      }
    }
  }

  private static final class State extends XYItemRendererState {
    private Points points = new Points(new Rectangle2D.Double(), 0);

    State(PlotRenderingInfo info) {
      super(info);
    }

    /** The points of the series that is being drawn; new ones at its first item. */
    Points points(Rectangle2D area, int count, int item) {
      if (item == 0) {
        points = new Points(area, count);
      }
      return points;
    }
  }

  /** The points of one series, in pixels. */
  private static final class Points {
    private final Rectangle2D area;
    private final int[] xs;
    private final int[] ys;
    private int count;

    Points(Rectangle2D area, int capacity) {
      this.area = area;
      this.xs = new int[capacity];
      this.ys = new int[capacity];
    }

    /** Adds a point at the centre of its pixel: sharper, and smaller as a file. */
    void add(double x, double y) {
      xs[count] = (int) Math.clamp(x - area.getX(), 0, area.getWidth());
      ys[count] = (int) Math.clamp(y - area.getY(), 0, area.getHeight());
      count++;
    }

    /** Marks for cells with few points, with some, and with many. */
    List<Path2D> paths(Mark mark) {
      Grid grid = new Grid(1);
      while (grid.occupied > MOST_MARKS) {
        grid = new Grid(grid.cell + 1);
      }
      List<Path2D> paths = List.of(new Path2D.Float(), new Path2D.Float(), new Path2D.Float());
      double left = Math.floor(area.getX()) + 0.5;
      double top = Math.floor(area.getY()) + 0.5;
      for (int i = 0; i < grid.points.length; i++) {
        if (grid.points[i] > 0) {
          // Where its first point is: centres of cells would show as a pattern.
          int first = grid.first[i];
          mark.append(paths.get(grid.crowd(i)), left + xs[first], top + ys[first]);
        }
      }
      return paths;
    }

    /** How many points there are in each cell, and which came first. */
    private final class Grid {
      final int cell;
      final int[] points;
      final int[] first;
      int occupied;

      Grid(int cell) {
        this.cell = cell;
        int columns = (int) area.getWidth() / cell + 1;
        int rows = (int) area.getHeight() / cell + 1;
        this.points = new int[rows * columns];
        this.first = new int[rows * columns];
        for (int i = 0; i < count; i++) {
          int index = ys[i] / cell * columns + xs[i] / cell;
          if (points[index]++ == 0) {
            first[index] = i;
            occupied++;
          }
        }
      }

      int crowd(int index) {
        double average = (double) count / occupied;
        if (points[index] <= Math.max(1, average / 2)) {
          return 0;
        }
        return points[index] <= Math.max(3, average * 1.5) ? 1 : 2;
      }
    }
  }
}
