package dev.faultline.campaign.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.Target;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritingTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final NodeId N2 = NodeId.of("n2");
  private static final NodeId N3 = NodeId.of("n3");

  @Test
  void nodesAreFoundHoweverDeep() {
    Effect groups = new Effect.Partition(new Cut.Groups(List.of(List.of(N3), List.of(N1, N2))));
    Effect links = new Effect.Partition(new Cut.Links(List.of(new Cut.Link(N2, N3))));

    assertThat(Rewriting.nodes(groups)).containsExactly(N1, N2, N3);
    assertThat(Rewriting.nodes(links)).containsExactly(N2, N3);
    assertThat(Rewriting.nodes(new Effect.Crash(new Target.Leader(), false))).isEmpty();
  }

  @Test
  void aNodeCanBeLeftOutAsLongAsAnotherStays() {
    Effect both = new Effect.Crash(new Target.Named(List.of(N1, N2)), true);
    Effect one = new Effect.Crash(new Target.Named(List.of(N2)), true);

    assertThat(Rewriting.without(both, N1)).contains(one);
    assertThat(Rewriting.without(one, N2)).isEmpty();
  }

  @Test
  void allMessagesOfANodeDoNotBecomeAllMessages() {
    Effect drop =
        new Effect.MessageFault(new Fate.Drop(), List.of(N1), List.of(), Optional.empty(), 1);

    assertThat(Rewriting.without(drop, N1)).isEmpty();
  }

  @Test
  void nodesGetOtherNames() {
    Effect link = new Effect.Partition(new Cut.Links(List.of(new Cut.Link(N2, N3))));

    assertThat(Rewriting.renamed(link, Map.of(N2, N1, N3, N2)))
        .contains(new Effect.Partition(new Cut.Links(List.of(new Cut.Link(N1, N2)))));
    assertThat(Rewriting.renamed(link, Map.of(N2, N1))).isEmpty();
  }
}
