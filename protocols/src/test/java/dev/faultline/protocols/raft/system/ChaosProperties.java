package dev.faultline.protocols.raft.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Violation;
import dev.faultline.protocols.raft.RaftConfig;
import dev.faultline.simulation.RunResult;
import dev.faultline.values.DurationRange;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChaosProperties {
  private static final Duration LENGTH = Duration.ofSeconds(10);

  @Property(tries = 100, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  @Label("whatever happens within the budget, Raft keeps its promises and recovers in time")
  void keepsItsPromises(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int nodes,
      @ForAll @IntRange(min = 0, max = 20) int lossPercent,
      @ForAll @IntRange(min = 1, max = 8) int entriesPerAppend,
      @ForAll boolean holes) {
    RaftConfig config = config("150ms..300ms", 50, entriesPerAppend);
    Chaos chaos = new Chaos(nodes, config, new Share(lossPercent / 100.0), holes, LENGTH);

    RunResult result = chaos.run(seed, Optional.empty(), Chaos.everything());

    assertThat(result.violations()).isEmpty();
    assertThat(result.undecided()).isEmpty();
  }

  @Example
  @Label("R01 is caught among a few seeds, in which correct Raft is not")
  void catchesCommitsOfEarlierTerms() {
    RaftConfig small = config("150ms..300ms", 50, 1);
    Chaos chaos = new Chaos(5, small, new Share(0.05), false, LENGTH);

    assertThat(violations(chaos, Optional.of("R01"), Chaos.everything()))
        .contains("raft/commit-own-term");
    assertThat(violations(chaos, Optional.empty(), Chaos.everything())).isEmpty();
  }

  @Example
  @Label("R04 is caught among a few seeds, in which correct Raft is not")
  void catchesForgottenVotes() {
    RaftConfig hasty = config("30ms..32ms", 10, 64);
    Chaos chaos = new Chaos(5, hasty, new Share(0.05), false, LENGTH);

    assertThat(violations(chaos, Optional.of("R04"), Chaos.restartingVoters()))
        .contains("raft/election-safety");
    assertThat(violations(chaos, Optional.empty(), Chaos.restartingVoters())).isEmpty();
  }

  private static List<String> violations(Chaos chaos, Optional<String> flaw, Chaos.Faults faults) {
    return LongStream.range(0, 8)
        .mapToObj(seed -> chaos.run(seed, flaw, faults))
        .flatMap(result -> result.violations().stream())
        .map(Violation::check)
        .toList();
  }

  private static RaftConfig config(String timeout, long heartbeatMillis, int entriesPerAppend) {
    return new RaftConfig(
        DurationRange.parse(timeout),
        Duration.ofMillis(heartbeatMillis),
        entriesPerAppend,
        Duration.ofMillis(200));
  }
}
