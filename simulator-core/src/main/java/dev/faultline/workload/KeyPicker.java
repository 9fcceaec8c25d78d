package dev.faultline.workload;

import dev.faultline.random.Draws;
import java.util.Arrays;

/** Draws keys {@code k1}, {@code k2}, … by popularity. */
final class KeyPicker {
  private final String[] names;

  /** The share of keys up to each, from above 0 to 1. */
  private final double[] upTo;

  KeyPicker(WorkloadSettings.Keys keys) {
    names = new String[keys.count()];
    upTo = new double[keys.count()];
    double total = 0;
    for (int i = 0; i < names.length; i++) {
      names[i] = "k" + (i + 1);
      total +=
          switch (keys.distribution()) {
            case UNIFORM -> 1;
            case ZIPF -> 1.0 / (i + 1);
          };
      upTo[i] = total;
    }
    for (int i = 0; i < names.length; i++) {
      upTo[i] /= total;
    }
  }

  String pick(long bits) {
    int found = Arrays.binarySearch(upTo, Draws.unit(bits));
    int place = found >= 0 ? found + 1 : -found - 1;
    return names[Math.min(place, names.length - 1)];
  }
}
