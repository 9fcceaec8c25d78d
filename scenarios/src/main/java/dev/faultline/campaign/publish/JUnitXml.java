package dev.faultline.campaign.publish;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Campaigns as a report in the JUnit dialect of Jenkins: a suite for each scenario, in it a case
 * for each check that held and for each finding. What a campaign could not decide is an error of a
 * case of its own.
 */
public final class JUnitXml {
  /** The case that stands for the campaign as a whole. */
  static final String WHOLE = "campaign";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** Something that writes XML. */
  private interface Part {
    void write() throws XMLStreamException;
  }

  private JUnitXml() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /** The report of some campaigns, as a document. */
  public static String of(List<CampaignReport> reports) {
    try {
      JUnitXml document = new JUnitXml();
      document.write(reports);
      return document.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory could not be written", e);
    }
  }

  private void write(List<CampaignReport> reports) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    for (CampaignReport report : reports) {
      suite(report);
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private void suite(CampaignReport report) throws XMLStreamException {
    Map<String, Long> checks = new TreeMap<>(report.result().coverage().checks());
    report.findings().forEach(finding -> checks.remove(finding.check()));
    long skipped = checks.values().stream().filter(seeds -> seeds == 0).count();
    boolean undecided = !report.asExpected() && report.findings().isEmpty();
    long failures = report.asExpected() ? 0 : report.findings().size();
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", report.scenario());
    attribute("tests", checks.size() + report.findings().size() + 1);
    attribute("failures", failures);
    attribute("errors", undecided ? 1 : 0);
    attribute("skipped", skipped);
    attribute("time", seconds(report.result().wallNanos()));
    whole(report, undecided);
    for (Map.Entry<String, Long> check : checks.entrySet()) {
      check(report, check.getKey(), check.getValue());
    }
    for (Finding finding : report.findings()) {
      finding(report, finding);
    }
    line(1);
    xml.writeEndElement();
  }

  private void whole(CampaignReport report, boolean undecided) throws XMLStreamException {
    testCase(
        report,
        WHOLE,
        () -> {
          if (undecided) {
            List<String> doubts = report.verdict().doubts();
            problem(
                "error",
                report.verdict().verdict().name(),
                doubts.isEmpty() ? "no seed broke what should break" : doubts.getFirst(),
                lines(doubts) + "run again  " + report.rerun() + "\n");
          }
        });
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void check(CampaignReport report, String check, long seeds) throws XMLStreamException {
    testCase(
        report,
        check,
        () -> {
          if (seeds == 0) {
            line(3);
            xml.writeEmptyElement("skipped");
            attribute("message", "never had anything to judge");
          }
        });
  }

  private void finding(CampaignReport report, Finding finding) throws XMLStreamException {
    testCase(
        report,
        finding.name(),
        () -> {
          if (!report.asExpected()) {
            problem("failure", finding.check(), finding.message(), text(finding));
          }
        });
  }

  private static String text(Finding finding) {
    String seeds =
        finding.seeds().stream().map(seed -> Long.toString(seed)).collect(Collectors.joining(", "));
    return finding.details()
        + (seeds.isEmpty() ? "" : "seeds   " + seeds + more(finding) + "\n")
        + "files   "
        + finding.folder()
        + "\nreplay  "
        + finding.replay()
        + "\n";
  }

  private static String more(Finding finding) {
    long more = finding.count() - finding.seeds().size();
    return more > 0 ? " and " + more + " more" : "";
  }

  private void testCase(CampaignReport report, String name, Part content)
      throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", report.scenario());
    attribute("name", name);
    content.write();
    xml.writeEndElement();
  }

  private void problem(String element, String type, String message, String content)
      throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    attribute("type", type);
    attribute("message", message.replaceAll("\\s+", " "));
    xml.writeCharacters(valid(content));
    xml.writeEndElement();
    line(2);
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, valid(String.valueOf(value)));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static BigDecimal seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP);
  }

  /** Without what XML 1.0 cannot say (section 2.2, Char), such as the colours of a terminal. */
  private static String valid(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(JUnitXml::isCharacter).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
