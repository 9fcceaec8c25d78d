package dev.faultline.reports;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUtils;
import org.jfree.svg.ViewBox;

/** A chart as a picture: the same bytes for the same chart. */
final class Picture {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, Style.WIDTH, Style.HEIGHT);

  private Picture() {}

  static byte[] png(JFreeChart chart) throws IOException {
    BufferedImage image = new BufferedImage(Style.WIDTH, Style.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    draw(chart, g2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    // In memory: ImageIO.write would go through a file in the folder for temporary files.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Draws a chart as an SVG document.
   *
   * @param title read out by screen readers and shown by browsers
   */
  static byte[] svg(JFreeChart chart, String title) {
    SVGGraphics2D g2 = new SVGGraphics2D(Style.WIDTH, Style.HEIGHT);
    // The default is the time of day.
    g2.setDefsKeyPrefix("chart");
    g2.setGeomDoubleConverter(Picture::coordinate);
    // Verdana has the widths of DejaVu Sans, with which the labels were placed.
    g2.setFontFunction(family -> "DejaVu Sans,Verdana,sans-serif");
    draw(chart, g2);
    String svg =
        g2.getSVGElement(null, true, new ViewBox(0, 0, Style.WIDTH, Style.HEIGHT), null, null);
    int body = svg.indexOf('>') + 1;
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + svg.substring(0, body - 1)
            + " role='img'><title>"
            + SVGUtils.escapeForXML(Labels.printable(title))
            + "</title>"
            + svg.substring(body)
            + "\n";
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static void draw(JFreeChart chart, Graphics2D g2) {
    chart.setTextAntiAlias(true);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    chart.draw(g2, AREA);
    g2.dispose();
  }

  /** Two digits after the point are a fiftieth of a pixel; thousands of marks add up. */
  private static String coordinate(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    long magnitude = Math.abs(hundredths);
    String digits = Long.toString(100 + magnitude % 100).substring(1);
    return (hundredths < 0 ? "-" : "")
        + magnitude / 100
        + "."
        + (digits.endsWith("0") ? digits.substring(0, 1) : digits);
  }
}
