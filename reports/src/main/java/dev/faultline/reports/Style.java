package dev.faultline.reports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/**
 * Sizes, colours and fonts that all charts share.
 *
 * <p>The colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with any
 * kind of colour blindness can tell apart. What surrounds the data is grey.
 */
final class Style {
  /** Size of a chart, pixels. */
  static final int WIDTH = 1200;

  static final int HEIGHT = 600;

  /** From the left edge of a chart to its plots: room for axes. */
  static final int LEFT = 92;

  /** From the plots to the right edge. */
  static final int RIGHT = 28;

  static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;

  static final Color BLUE = new Color(0x0072B2);
  static final Color SKY_BLUE = new Color(0x56B4E9);
  static final Color GREEN = new Color(0x009E73);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color BLACK = new Color(0x1A1A1A);

  static final Color PAPER = Color.WHITE;
  static final Color TEXT = new Color(0x333333);
  static final Color QUIET_TEXT = new Color(0x666666);
  static final Color AXIS = new Color(0x999999);
  static final Color GRID = new Color(0xE4E4E4);
  static final Color FAULT_BAR = new Color(0xCFCFCF);
  static final Color RECOVERY_BAR = new Color(0xB5E0D3);
  static final Color RECOVERY_BAND = translucent(GREEN, 22);
  static final Color OUTAGE_BAR = new Color(0xEDB68F);
  static final Color OUTAGE_BAND = translucent(VERMILION, 50);
  static final Color VERMILION_TEXT = new Color(0xA84A00);
  static final Color FAULT_EDGE = new Color(0x8C8C8C);

  /** A logical font: every JDK maps it to one that the machine has. */
  private static final String FAMILY = Font.SANS_SERIF;

  static final Font TITLE_FONT = new Font(FAMILY, Font.BOLD, 18);
  static final Font SUBTITLE_FONT = new Font(FAMILY, Font.PLAIN, 12);
  static final Font LABEL_FONT = new Font(FAMILY, Font.PLAIN, 11);
  static final Font LANE_FONT = new Font(FAMILY, Font.PLAIN, 10);

  static final BasicStroke HAIRLINE = new BasicStroke(1f);

  private Style() {}

  /** The background of a stretch of time with so many faults at once. */
  static Color band(int depth) {
    return translucent(BLACK, 6 + 11 * depth);
  }

  static Color translucent(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
