package dev.faultline.reports;

import dev.faultline.simulation.RunResult;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What both charts share: title, lanes, time axis, legend, and the plots one above the other. */
final class Frame {
  /** What the plots share in height, pixels; the rest is text. */
  private static final int PLOTS_HEIGHT = 460;

  private final RunResult result;
  private final String scenario;
  private final Backdrop backdrop;

  Frame(RunResult result, String scenario, Backdrop backdrop) {
    this.result = result;
    this.scenario = scenario;
    this.backdrop = backdrop;
  }

  /**
   * A chart of plots that share the time axis.
   *
   * @param numbers the measured numbers of the subtitle
   * @param legend of the data; the rest is added
   */
  JFreeChart chart(String numbers, List<XYPlot> plots, List<LegendItem> legend) {
    TimeScale scale = backdrop.scale();
    NumberAxis time =
        Ticks.linear("virtual time (" + scale.unit() + ")", 0, scale.max(), scale.ticks());
    CombinedDomainXYPlot combined = new CombinedDomainXYPlot(time);
    combined.setGap(8);
    combined.setInsets(new RectangleInsets(8, 0, 0, Style.RIGHT));
    Lanes lanes = backdrop.lanes();
    int lanesHeight = lanes.count() * LanesPlot.LANE_HEIGHT;
    if (lanes.count() > 0) {
      add(combined, LanesPlot.of(lanes), lanesHeight);
    }
    for (XYPlot plot : plots) {
      add(combined, plot, (PLOTS_HEIGHT - lanesHeight) / plots.size());
      backdrop.mark(plot);
    }
    combined.setFixedLegendItems(items(legend));
    JFreeChart chart = new JFreeChart(null, null, combined, false);
    chart.setBackgroundPaint(Style.PAPER);
    chart.setPadding(new RectangleInsets(8, 0, 6, 0));
    chart.addSubtitle(text(title(), Style.TITLE_FONT, Style.BLACK));
    chart.addSubtitle(text(subtitle(numbers), Style.SUBTITLE_FONT, Style.QUIET_TEXT));
    chart.addSubtitle(legend(combined));
    return chart;
  }

  /** Takes away what JFreeChart draws by default and these charts do without. */
  static void clear(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setRangeGridlineStroke(Style.HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  private static void add(CombinedDomainXYPlot combined, XYPlot plot, int height) {
    plot.getRangeAxis().setFixedDimension(Style.LEFT);
    combined.add(plot, height);
  }

  private static LegendTitle legend(CombinedDomainXYPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(Style.LABEL_FONT);
    legend.setItemPaint(Style.TEXT);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(null);
    return legend;
  }

  private static TextTitle text(String text, Font font, Color color) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(1, Style.LEFT, 1, Style.RIGHT));
    return title;
  }

  private String title() {
    return Labels.shorten(
        Labels.printable(scenario), Style.PLOT_WIDTH, text -> Labels.width(text, Style.TITLE_FONT));
  }

  private String subtitle(String numbers) {
    String verdict = result.verdict().name().toLowerCase(Locale.ROOT);
    return "seed " + result.seed() + Units.DOT + "verdict: " + verdict + Units.DOT + numbers;
  }

  private LegendItemCollection items(List<LegendItem> data) {
    LegendItemCollection items = new LegendItemCollection();
    data.forEach(items::add);
    if (result.faults().stream().anyMatch(fault -> fault.skipped().isEmpty())) {
      items.add(area("fault active", Style.FAULT_BAR));
    }
    if (Backdrop.hasRecovery(result)) {
      items.add(area("recovery", Style.RECOVERY_BAR));
    }
    if (!result.violations().isEmpty()) {
      items.add(line("violation", Style.VERMILION, 2));
    }
    return items;
  }

  static LegendItem area(String label, Color color) {
    return shape(label, new Rectangle2D.Double(-7, -5, 14, 10), color);
  }

  static LegendItem line(String label, Color color, double width) {
    return shape(label, new Rectangle2D.Double(-9, -width / 2, 18, width), color);
  }

  /** One of the marks themselves, large. */
  static LegendItem mark(String label, MarkRenderer.Look look) {
    Path2D path = new Path2D.Float();
    look.mark().append(path, 0, 0);
    Shape outline = look.mark().stroke(1).createStrokedShape(path);
    return shape(label, outline, look.color());
  }

  private static LegendItem shape(String label, Shape shape, Color color) {
    return new LegendItem(label, null, null, null, shape, color);
  }
}
