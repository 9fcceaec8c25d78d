package dev.faultline.campaign.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FactPathsTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");
  private static final Fact A = new Elected(1);
  private static final Fact B = new Resigned(1);

  record Elected(long term) implements Fact {}

  record Resigned(long term) implements Fact {}

  private record Report(Fact fact, NodeId node) {}

  private static BitSet of(Report... reports) {
    FactPaths paths = new FactPaths();
    List.of(reports).forEach(report -> paths.on(report.fact(), report.node(), 0, 0));
    return paths.combinations();
  }

  private static BitSet times(int count) {
    Report[] reports = new Report[count];
    Arrays.fill(reports, new Report(A, N1));
    return of(reports);
  }

  @Test
  @DisplayName("what facts say does not matter, and which node it is does not either")
  void kindsOnly() {
    assertThat(of(new Report(A, N1), new Report(B, N1)))
        .isEqualTo(of(new Report(new Elected(7), N2), new Report(new Resigned(8), N2)));
  }

  @Test
  @DisplayName("the order of facts matters, and whether another node reported the last one")
  void orderAndNode() {
    BitSet inOrder = of(new Report(A, N1), new Report(B, N1));
    assertThat(inOrder)
        .isNotEqualTo(of(new Report(B, N1), new Report(A, N1)))
        .isNotEqualTo(of(new Report(A, N1), new Report(B, N2)));
  }

  @Test
  @DisplayName("the order of facts on different nodes matters too")
  void orderAcrossNodes() {
    Report one = new Report(A, N1);
    Report other = new Report(B, N2);
    assertThat(of(one, other)).isNotEqualTo(of(other, one));
  }

  @Test
  @DisplayName("how often counts in powers of two")
  void powersOfTwo() {
    assertThat(times(3)).isNotEqualTo(times(2));
    assertThat(times(5)).isEqualTo(times(8));
    assertThat(times(9)).isNotEqualTo(times(8));
    assertThat(of()).isEqualTo(new BitSet());
  }
}
