package dev.faultline.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;

/** Looks into charts. */
final class Drawn {
  private Drawn() {}

  /** The plots of the data, without the lanes above them. */
  static List<XYPlot> plots(JFreeChart chart, int count) {
    List<?> all = ((CombinedDomainXYPlot) chart.getPlot()).getSubplots();
    return all.subList(all.size() - count, all.size()).stream().map(XYPlot.class::cast).toList();
  }

  static <M> List<M> backMarkers(XYPlot plot, Class<M> type) {
    return markers(plot, Layer.BACKGROUND, type);
  }

  static <M> List<M> markers(XYPlot plot, Layer layer, Class<M> type) {
    Collection<?> markers = plot.getDomainMarkers(layer);
    return markers == null
        ? List.of()
        : markers.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The value of the window that a moment falls into. */
  static double valueAt(XYDataset steps, int series, double time) {
    for (int i = 0; i < steps.getItemCount(series); i += 2) {
      if (steps.getXValue(series, i) <= time && time < steps.getXValue(series, i + 1)) {
        return steps.getYValue(series, i);
      }
    }
    throw new AssertionError("no window at " + time);
  }

  /** Title and subtitle. */
  static List<String> texts(JFreeChart chart) {
    List<String> texts = new ArrayList<>();
    for (Object title : chart.getSubtitles()) {
      if (title instanceof TextTitle text) {
        texts.add(text.getText());
      }
    }
    return texts;
  }

  static List<String> legend(JFreeChart chart) {
    LegendItemCollection items = chart.getPlot().getLegendItems();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < items.getItemCount(); i++) {
      labels.add(items.get(i).getLabel());
    }
    return labels;
  }
}
