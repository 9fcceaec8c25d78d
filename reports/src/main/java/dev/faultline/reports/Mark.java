package dev.faultline.reports;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;

/**
 * The shapes of single operations; thousands of them are one path that is drawn with one stroke.
 */
enum Mark {
  DOT(3f, 5f, BasicStroke.CAP_ROUND, 140) {
    @Override
    void append(Path2D path, double x, double y) {
      // A line of no length with round ends.
      path.moveTo(x, y);
      path.lineTo(x, y);
    }
  },
  CROSS(1.4f, 1.4f, BasicStroke.CAP_BUTT, 210) {
    @Override
    void append(Path2D path, double x, double y) {
      path.moveTo(x - RADIUS, y - RADIUS);
      path.lineTo(x + RADIUS, y + RADIUS);
      path.moveTo(x - RADIUS, y + RADIUS);
      path.lineTo(x + RADIUS, y - RADIUS);
    }
  },
  TRIANGLE(1.4f, 1.4f, BasicStroke.CAP_BUTT, 210) {
    @Override
    void append(Path2D path, double x, double y) {
      path.moveTo(x, y - RADIUS - 1);
      path.lineTo(x + RADIUS + 0.5, y + RADIUS);
      path.lineTo(x - RADIUS - 0.5, y + RADIUS);
      path.closePath();
    }
  };

  private static final double RADIUS = 3;
  private static final int MANY = 2_000;

  private final float smallWidth;
  private final float largeWidth;
  private final int cap;
  private final int opacity;

  Mark(float smallWidth, float largeWidth, int cap, int opacity) {
    this.smallWidth = smallWidth;
    this.largeWidth = largeWidth;
    this.cap = cap;
    this.opacity = opacity;
  }

  /** The stroke that fits a number of marks: where there are few, they may be larger. */
  BasicStroke stroke(int marks) {
    return new BasicStroke(marks > MANY ? smallWidth : largeWidth, cap, BasicStroke.JOIN_MITER);
  }

  /** How opaque a mark for a single point is, of 255; marks for many points are more so. */
  int opacity() {
    return opacity;
  }

  /** Adds the outline of one mark to a path. */
  abstract void append(Path2D path, double x, double y);
}
