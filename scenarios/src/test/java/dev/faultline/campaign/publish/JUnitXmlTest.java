package dev.faultline.campaign.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Verdict;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
  @Test
  void aSuiteForEachScenarioACaseForEachCheckAndFinding() throws Exception {
    Finding finding =
        Reports.finding("raft-election-safety-12ab", "term 3 has two leaders", "two leaders\n");

    Element suite = suite(Reports.broken(List.of(finding)));

    assertThat(suite.getAttribute("name")).isEqualTo("raft-example");
    assertThat(names(suite))
        .containsExactly("campaign", "linearizable", "raft/rare", "raft-election-safety-12ab");
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("time")).isEqualTo("1.235");
  }

  @Test
  void aFailureTellsTheRuleTheFactsAndHowToSeeItAgain() throws Exception {
    Finding finding =
        Reports.finding("group", "term 3 has two leaders,\nn1 & <n2>", "facts & <n2>\n");

    Element failure = only(suite(Reports.broken(List.of(finding))), "failure");

    assertThat(failure.getAttribute("type")).isEqualTo("raft/election-safety");
    assertThat(failure.getAttribute("message")).isEqualTo("term 3 has two leaders, n1 & <n2>");
    assertThat(failure.getTextContent())
        .isEqualTo(
            """
            facts & <n2>
            seeds   3, 8 and 10 more
            files   out/group
            replay  ./faultline run out/group/minimal.yaml
            """);
  }

  @Test
  void whatXmlCannotSayIsLeftOut() throws Exception {
    Finding finding =
        Reports.finding(
            "group", "a \u001b[31mred\u001b[0m \u0000 word \uffff", "\ud800x\ud83d\ude00\u0008");

    Element failure = only(suite(Reports.broken(List.of(finding))), "failure");

    assertThat(failure.getAttribute("message")).isEqualTo("a [31mred[0m  word ");
    assertThat(failure.getTextContent()).startsWith("x\ud83d\ude00seeds");
  }

  @Test
  void anUndecidedCampaignIsAnErrorAndAPassIsNone() throws Exception {
    CampaignReport undecided =
        Reports.report(Verdict.UNDECIDED, false, List.of(), List.of("nothing happened", "at all"));

    Element error = only(suite(undecided), "error");

    assertThat(suite(undecided).getAttribute("errors")).isEqualTo("1");
    assertThat(error.getAttribute("message")).isEqualTo("nothing happened");
    assertThat(error.getTextContent()).contains("at all\n", "--seeds 1..100");
    Element pass = suite(Reports.report(Verdict.PASS, true, List.of(), List.of()));
    assertThat(pass.getAttribute("errors")).isEqualTo("0");
    assertThat(pass.getElementsByTagName("error").getLength()).isZero();
  }

  @Test
  void whatWasToFailIsNoFailure() throws Exception {
    Element suite =
        suite(
            Reports.report(
                Verdict.VIOLATION,
                true,
                List.of(Reports.finding("group", "wrong", "facts\n")),
                List.of()));

    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(names(suite)).contains("group");
    assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
  }

  private static Element suite(CampaignReport report) throws Exception {
    String xml = JUnitXml.of(List.of(report));
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    return only(root, "testsuite");
  }

  private static Element only(Element parent, String name) {
    NodeList elements = parent.getElementsByTagName(name);
    assertThat(elements.getLength()).isEqualTo(1);
    return (Element) elements.item(0);
  }

  private static List<String> names(Element suite) {
    NodeList cases = suite.getElementsByTagName("testcase");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      assertThat(each.getAttribute("classname")).isEqualTo("raft-example");
      names.add(each.getAttribute("name"));
    }
    return names;
  }
}
