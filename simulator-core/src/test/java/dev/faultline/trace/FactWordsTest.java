package dev.faultline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactWordsTest {
  record GaveUp() implements Fact {}

  record PromisedBallot(long ballot, Optional<NodeId> previousOwner, List<Long> slots)
      implements Fact {}

  @Test
  void aFactIsToldByItsNameAndWhatItSays() {
    assertThat(new GaveUp().inWords()).isEqualTo("gave up");
    assertThat(new PromisedBallot(3, Optional.of(NodeId.of("n2")), List.of(1L, 2L)).inWords())
        .isEqualTo("promised ballot (ballot 3, previous owner n2, slots [1, 2])");
    assertThat(new PromisedBallot(3, Optional.empty(), List.of()).inWords())
        .isEqualTo("promised ballot (ballot 3, previous owner none, slots [])");
  }
}
