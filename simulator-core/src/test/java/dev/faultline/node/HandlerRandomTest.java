package dev.faultline.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What enters the key of a handler's generator, and what does not. */
class HandlerRandomTest {
  private static final NodeId N1 = NodeId.of("n1");

  /** What each message that n1 hears draws first. */
  private final Map<String, Long> draws = new TreeMap<>();

  private Map<String, Long> play(long seed, int extraDraws, String... lines) {
    draws.clear();
    Stage stage = new Stage();
    stage.reacting((context, from, message) -> {
      String text = ((Stage.Note) message).text();
      if (!text.startsWith("silent")) {
        draws.put(text + " from " + from, context.random().nextLong());
      }
      for (int i = 0; i < extraDraws; i++) {
        context.random().nextLong();
      }
    });
    Simulation simulation = stage.play(new Runs().seed(seed).nodes(4));
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      stage.say(words[0], "n1", words[1]);
    }
    simulation.runUntil(Duration.ofMillis(20));
    return new TreeMap<>(draws);
  }

  @Test
  @DisplayName("a generator is fresh for each handler, and one throughout it")
  void fresh() {
    Map<String, Long> first = play(1, 0, "n2 a", "n3 b", "n2 c");
    assertThat(first.values()).doesNotHaveDuplicates();
    Stage stage = new Stage();
    stage.reacting(
        (context, from, message) -> assertThat(context.random()).isSameAs(context.random()));
    stage.play(new Runs());
    stage.say("n2", "n1", "x");
  }

  @Test
  @DisplayName("the same handler at the same moment draws the same; another seed draws otherwise")
  void keyed() {
    assertThat(play(1, 0, "n2 a", "n3 b")).isEqualTo(play(1, 0, "n2 a", "n3 b"));
    assertThat(play(2, 0, "n2 a", "n3 b").values())
        .doesNotContainAnyElementsOf(play(1, 0, "n2 a", "n3 b").values());
  }

  @Test
  @DisplayName("an extra draw in one handler moves nothing in another")
  void extraDraw() {
    assertThat(play(1, 5, "n2 a", "n3 b", "n2 c")).isEqualTo(play(1, 0, "n2 a", "n3 b", "n2 c"));
  }

  @Test
  @DisplayName("a first draw in one handler moves nothing in an equal handler of the same moment")
  void firstDraw() {
    Map<String, Long> silent = play(1, 0, "n2 silent", "n2 b");
    Map<String, Long> drawing = play(1, 0, "n2 a", "n2 b");
    assertThat(drawing.get("b from n2")).isEqualTo(silent.get("b from n2"));
  }

  @Test
  @DisplayName("a handler of another sender at the same moment changes nothing")
  void otherSender() {
    Map<String, Long> alone = play(1, 0, "n3 b");
    assertThat(play(1, 0, "n2 a", "n3 b", "n4 c")).containsAllEntriesOf(alone);
  }

  @Test
  @DisplayName("another node's handlers at the same moment change nothing")
  void otherNode() {
    Stage stage = new Stage();
    TreeMap<NodeId, Long> drawn = new TreeMap<>();
    stage.reacting((context, from, m) -> drawn.put(context.self(), context.random().nextLong()));
    Simulation simulation = stage.play(new Runs().nodes(4));
    stage.say("n2", "n3", "x");
    stage.say("n2", "n1", "x");
    simulation.runUntil(Duration.ofMillis(20));
    Long both = drawn.get(N1);
    drawn.clear();
    Simulation other = stage.play(new Runs().nodes(4));
    stage.say("n2", "n1", "x");
    other.runUntil(Duration.ofMillis(20));
    assertThat(drawn.get(N1)).isEqualTo(both);
  }
}
