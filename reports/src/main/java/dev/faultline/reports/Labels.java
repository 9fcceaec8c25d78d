package dev.faultline.reports;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.function.ToDoubleFunction;

/** Measures and cuts texts. */
final class Labels {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final int LEAST_LENGTH = 3;

  private Labels() {}

  /** The width of a text, pixels. */
  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }

  /** Cuts a text to a width, with an ellipsis; empty when hardly anything would be left. */
  static String shorten(String text, double width, ToDoubleFunction<String> widthOf) {
    if (widthOf.applyAsDouble(text) <= width) {
      return text;
    }
    for (int length = text.length() - 1; length >= LEAST_LENGTH; length--) {
      String shorter = text.substring(0, length).stripTrailing() + "…";
      if (widthOf.applyAsDouble(shorter) <= width) {
        return shorter;
      }
    }
    return "";
  }

  /** Puts spaces for control characters, which XML does not allow and no font can show. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < printable.length(); i++) {
      if (Character.isISOControl(printable.charAt(i))) {
        printable.setCharAt(i, ' ');
      }
    }
    return printable.toString();
  }
}
