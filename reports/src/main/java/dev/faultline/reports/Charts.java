package dev.faultline.reports;

import dev.faultline.simulation.RunResult;
import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;

/** Draws the charts of a run. Needs no screen. */
public final class Charts {
  private Charts() {}

  /**
   * Writes {@code latency.png}, {@code latency.svg}, {@code availability.png} and {@code
   * availability.svg}, replacing what was there. The same result gives the same bytes on the same
   * machine.
   *
   * @param scenario the scenario's name, for the title
   * @param directory made when it does not exist
   * @return the files, in the order above
   * @throws ReportException when a chart cannot be drawn or written; then no file was touched,
   *     unless writing itself failed
   */
  public static List<Path> write(RunResult result, String scenario, Path directory) {
    requireFonts(Charts::measureText);
    Map<String, byte[]> files = draw(result, scenario);
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        written.add(Files.write(directory.resolve(file.getKey()), file.getValue()));
      }
    } catch (IOException e) {
      throw new ReportException("the charts cannot be written to " + directory + ": " + e, e);
    }
    return List.copyOf(written);
  }

  /**
   * Fails clearly on a machine without fonts. Any error may tell of them: what is missing can be
   * the fonts, the library that finds them, or the one that reads them.
   */
  static void requireFonts(Runnable probe) {
    try {
      probe.run();
    } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
      throw new ReportException(
          "no charts: Java finds no fonts on this machine;"
              + " install fontconfig and a font, for example DejaVu",
          e);
    }
  }

  private static void measureText() {
    Labels.width("text", Style.LABEL_FONT);
  }

  /** The contents of all files by their names, in the order of {@link #write}. */
  private static Map<String, byte[]> draw(RunResult result, String scenario) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      draw("latency", LatencyChart.of(result, scenario), scenario, files);
      draw("availability", AvailabilityChart.of(result, scenario), scenario, files);
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      // Also on a machine whose AWT is there only in part: no chart is worth a verdict.
      throw new ReportException("no charts: drawing them failed with " + e, e);
    }
    return files;
  }

  private static void draw(
      String name, JFreeChart chart, String scenario, Map<String, byte[]> files)
      throws IOException {
    files.put(name + ".png", Picture.png(chart));
    files.put(name + ".svg", Picture.svg(chart, scenario + ": " + name));
  }
}
