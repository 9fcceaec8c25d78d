package dev.faultline.fault;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which links each shape cuts, among five servers and a client. */
class CutShapesTest {
  private static final List<String> ALL = List.of("n1", "n2", "n3", "n4", "n5", "c1");

  /** The links that a partition cuts, as "n1>n2". */
  private static Set<String> cutBy(Cut... cuts) {
    return cutBy(Runs.servers(5), cuts);
  }

  private static Set<String> cutBy(List<NodeId> servers, Cut... cuts) {
    Stage stage = new Stage();
    Set<String> silent = new TreeSet<>();
    Runs runs = new Runs().nodes(servers).workload(Runs.kv(1, Optional.empty()));
    for (int i = 0; i < cuts.length; i++) {
      runs.fault(fault("cut" + i, 0, partition(cuts[i])));
    }
    Simulation simulation = stage.play(runs);
    for (String from : ALL) {
      for (String to : ALL) {
        silent.add(from + ">" + to);
        stage.say(from, to, "hello");
      }
    }
    stage.reacting((context, from, message) -> silent.remove(from + ">" + context.self()));
    simulation.runUntil(Duration.ofMillis(5));
    return silent;
  }

  private static Set<String> links(String... both) {
    Set<String> links = new TreeSet<>();
    for (String pair : both) {
      String[] ends = pair.split("-");
      links.add(ends[0] + ">" + ends[1]);
      links.add(ends[1] + ">" + ends[0]);
    }
    return links;
  }

  @Test
  @DisplayName("groups do not hear each other; who is not named stays connected to everyone")
  void groups() {
    assertThat(cutBy(new Cut.Groups(List.of(ids("n1", "n2"), ids("n3", "n4")))))
        .isEqualTo(links("n1-n3", "n1-n4", "n2-n3", "n2-n4"));
  }

  @Test
  @DisplayName("three groups are cut from one another")
  void threeGroups() {
    assertThat(cutBy(new Cut.Groups(List.of(ids("n1"), ids("n2"), ids("n3")))))
        .isEqualTo(links("n1-n2", "n1-n3", "n2-n3"));
  }

  @Test
  @DisplayName("a client that is named in a group is cut off like anyone")
  void namedClient() {
    assertThat(cutBy(new Cut.Groups(List.of(ids("n1", "c1"), ids("n2")))))
        .isEqualTo(links("n1-n2", "c1-n2"));
  }

  @Test
  @DisplayName("one way: the other direction works, and nobody is cut off from itself")
  void oneWay() {
    assertThat(cutBy(new Cut.OneWay(ids("n1", "n2"), ids("n2", "n3"))))
        .containsExactly("n1>n2", "n1>n3", "n2>n3");
  }

  @Test
  @DisplayName("single links are cut both ways")
  void singleLinks() {
    Cut.Link first = new Cut.Link(ids("n1").get(0), ids("n2").get(0));
    Cut.Link second = new Cut.Link(ids("n3").get(0), ids("c1").get(0));
    assertThat(cutBy(new Cut.Links(List.of(first, second)))).isEqualTo(links("n1-n2", "n3-c1"));
  }

  @Test
  @DisplayName("a bridge hears both halves, which do not hear each other")
  void bridge() {
    assertThat(cutBy(new Cut.Bridge(named("n3"))))
        .isEqualTo(links("n1-n4", "n1-n5", "n2-n4", "n2-n5"));
  }

  @Test
  @DisplayName("in a ring each server hears its two neighbours only")
  void ring() {
    assertThat(cutBy(new Cut.Ring())).isEqualTo(links("n1-n3", "n1-n4", "n2-n4", "n2-n5", "n3-n5"));
  }

  @Test
  @DisplayName("neighbours in a ring are those of the names, however the servers are listed")
  void ringByName() {
    assertThat(cutBy(ids("n4", "n1", "n5", "n3", "n2"), new Cut.Ring()))
        .isEqualTo(cutBy(new Cut.Ring()));
  }

  @Test
  @DisplayName("isolated nodes hear no other server, not even each other; clients still reach them")
  void isolate() {
    assertThat(cutBy(new Cut.Isolate(named("n1", "n2"))))
        .isEqualTo(links("n1-n2", "n1-n3", "n1-n4", "n1-n5", "n2-n3", "n2-n4", "n2-n5"));
  }

  @Test
  @DisplayName("an isolated client hears no server")
  void isolatedClient() {
    assertThat(cutBy(new Cut.Isolate(named("c1"))))
        .isEqualTo(links("c1-n1", "c1-n2", "c1-n3", "c1-n4", "c1-n5"));
  }

  @Test
  @DisplayName("a split cuts the target from the other servers and leaves both sides whole")
  void split() {
    assertThat(cutBy(new Cut.Split(named("n4", "n5"))))
        .isEqualTo(links("n1-n4", "n1-n5", "n2-n4", "n2-n5", "n3-n4", "n3-n5"));
  }

  @Test
  @DisplayName("cuts that overlap add up")
  void overlapping() {
    assertThat(
            cutBy(
                new Cut.OneWay(ids("n1"), ids("n2")),
                new Cut.OneWay(ids("n1"), ids("n2")),
                new Cut.OneWay(ids("n2"), ids("n1"))))
        .isEqualTo(links("n1-n2"));
  }

  @Test
  @DisplayName("a partition has two groups at least and names nobody twice")
  void refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cut.Groups(List.of(ids("n1", "n2"))))
        .withMessage("a partition has at least two groups");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cut.Groups(List.of(ids("n1", "n2"), ids("n1"))))
        .withMessage("a partition names n1 twice");
  }
}
