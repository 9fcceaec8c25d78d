package dev.faultline.reports;

import static dev.faultline.reports.SampleRun.MILLIS;
import static dev.faultline.reports.SampleRun.SECONDS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.history.Outcome;
import dev.faultline.simulation.RunResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class ChartsTest {
  private static final int MOST_SVG_BYTES = 1_500_000;

  @TempDir private Path directory;

  @BeforeAll
  static void withoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void writesFourFiles() throws IOException {
    List<Path> files = Charts.write(SampleRun.typical(), "raft-calm", directory.resolve("a/b"));
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("latency.png", "latency.svg", "availability.png", "availability.svg");
    assertThat(files).allMatch(Files::isRegularFile);
    try (Stream<Path> listed = Files.list(directory.resolve("a/b"))) {
      assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyRunCanBeDrawn(RunResult result) throws Exception {
    for (Path file : Charts.write(result, "any <run> & \"more\"\u0007", directory)) {
      if (file.toString().endsWith(".png")) {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(600);
      } else {
        assertThat(Files.size(file)).isLessThan(MOST_SVG_BYTES);
        Document svg = parse(file);
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1200 600");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
            .startsWith("any <run> & \"more\"");
      }
    }
  }

  static Stream<RunResult> runs() {
    SampleRun faults = new SampleRun(60 * SECONDS, 60 * SECONDS);
    for (int i = 0; i < 5_000; i++) {
      faults.fault("kind" + i % 9, "n1", i * 12 * MILLIS, i * 12 * MILLIS + i % 100 * MILLIS);
    }
    SampleRun violations = new SampleRun(60 * SECONDS, 60 * SECONDS).load(50);
    for (int i = 0; i < 1_000; i++) {
      violations.violation("check-" + i % 30, i * 60 * MILLIS);
    }
    return Stream.of(
        new SampleRun(0, 0).result(),
        new SampleRun(60 * SECONDS, 60 * SECONDS).result(),
        new SampleRun(1, 1).operation(0, 0, new Outcome.Unknown<>()).result(),
        new SampleRun(100 * MILLIS, 100 * MILLIS).load(500).result(),
        new SampleRun(5 * SECONDS, 6 * SECONDS).stall(0, 5 * SECONDS).load(20_000).result(),
        new SampleRun(5 * SECONDS, 5 * SECONDS).load(10_000).failures(0, 5 * SECONDS, 0.9).result(),
        faults.result(),
        violations.result());
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    List<Path> first = Charts.write(SampleRun.typical(), "x", directory.resolve("first"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      List<Path> second = Charts.write(SampleRun.typical(), "x", directory.resolve("second"));
      for (int i = 0; i < first.size(); i++) {
        assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void filesTellNothingOfTheMachine() throws IOException {
    for (Path file : Charts.write(SampleRun.typical(), "x", directory)) {
      String content = Files.readString(file, ISO_8859_1);
      assertThat(content)
          .doesNotContain(directory.toString(), "tIME", "tEXt", "iTXt", "file:", "/home/", "jdk");
    }
  }

  @Test
  void svgNamesEveryFaultAndViolation() throws IOException {
    RunResult result =
        new SampleRun(60 * SECONDS, 60 * SECONDS)
            .fault("partition", "n1 n2 | n3", 10 * SECONDS, 25 * SECONDS)
            .fault("crash", "crash n4", 32 * SECONDS, 33 * SECONDS)
            .violation("raft/log-matching", 50 * SECONDS)
            .result();
    Charts.write(result, "x", directory);
    for (String name : List.of("latency.svg", "availability.svg")) {
      assertThat(directory.resolve(name))
          .content()
          .contains(">partition n1 n2 | n3<", ">crash n4<", ">raft/log-matching<");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsOneSentence() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> Charts.write(SampleRun.typical(), "x", file.resolve("charts")))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith("the charts cannot be written to " + file)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMachineWithoutFontsIsOneSentence() {
    Throwable cause = new InternalError("Fontconfig head is null");
    assertThatThrownBy(() ->
            Charts.requireFonts(() -> {
              throw (InternalError) cause;
            }))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "no charts: Java finds no fonts on this machine;"
                + " install fontconfig and a font, for example DejaVu")
        .hasCause(cause);
    assertThatCode(() -> Charts.requireFonts(() -> {})).doesNotThrowAnyException();
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }
}
