package dev.faultline.disk;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.fault.Effect;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a crash, rot and a wipe leave of what was written. */
class DiskDamageTest {
  private static final NodeId N1 = NodeId.of("n1");
  private static final int SEEDS = 300;

  private static DiskSettings settings(double damage, boolean holes, boolean checksums) {
    return new DiskSettings(
        new Distribution.Constant(Duration.ofMillis(1)), new Share(damage), holes, checksums);
  }

  /** Writes and syncs "old", then writes "new" without a sync, and crashes. */
  private static String cellAfterCrash(long seed, DiskSettings settings) {
    Stage stage = new Stage();
    Simulation simulation = stage.play(new Runs().seed(seed).disk(settings));
    Cell<String> cell = stage.context("n1").disk().cell("x");
    cell.write("old");
    stage.context("n1").disk().sync(() -> {});
    simulation.runUntil(Duration.ofMillis(2));
    cell.write("new");
    simulation.crash(N1);
    simulation.restart(N1);
    return told(stage.context("n1").disk().<String>cell("x").read());
  }

  private static String told(Stored<String> stored) {
    return switch (stored) {
      case Stored.Empty<String> empty -> "empty";
      case Stored.Value<String>(String value) -> value;
      case Stored.Damaged<String> damaged -> "damaged";
    };
  }

  /** Syncs "a", appends "b", "c" and "d" without a sync, and crashes. */
  private static List<String> journalAfterCrash(long seed, DiskSettings settings) {
    Stage stage = new Stage();
    Simulation simulation = stage.play(new Runs().seed(seed).disk(settings));
    Journal<String> journal = stage.context("n1").disk().journal("log");
    journal.append("a");
    stage.context("n1").disk().sync(() -> {});
    simulation.runUntil(Duration.ofMillis(2));
    for (String record : List.of("b", "c", "d")) {
      journal.append(record);
    }
    simulation.crash(N1);
    simulation.restart(N1);
    return read(stage.context("n1").disk().journal("log"));
  }

  private static List<String> read(Journal<String> journal) {
    List<String> records = new ArrayList<>();
    for (long i = 0; i < journal.size(); i++) {
      records.add(told(journal.read(i)));
    }
    return records;
  }

  @Test
  @DisplayName(
      "an unsynced cell is old, new or damaged after a crash, in the shares of the settings")
  void cells() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      counts.merge(cellAfterCrash(seed, settings(0.5, false, true)), 1, Integer::sum);
    }
    assertThat(counts.keySet()).containsExactly("damaged", "new", "old");
    assertThat(counts.get("new")).isBetween(SEEDS * 4 / 10, SEEDS * 6 / 10);
    assertThat(counts.get("damaged")).isBetween(SEEDS * 15 / 100, SEEDS * 35 / 100);
  }

  @Test
  @DisplayName("without damage a crash leaves old or new")
  void undamaged() {
    Set<String> found = new TreeSet<>();
    for (long seed = 0; seed < 50; seed++) {
      found.add(cellAfterCrash(seed, settings(0, true, true)));
    }
    assertThat(found).containsExactly("new", "old");
  }

  @Test
  @DisplayName("of an unsynced tail a prefix survives, and the next record may be damaged")
  void prefixes() {
    Set<List<String>> found = new TreeSet<>(DiskDamageTest::compare);
    for (long seed = 0; seed < SEEDS; seed++) {
      found.add(journalAfterCrash(seed, settings(0.3, false, true)));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            List.of("a"),
            List.of("a", "b"),
            List.of("a", "b", "c"),
            List.of("a", "b", "c", "d"),
            List.of("a", "damaged"),
            List.of("a", "b", "damaged"),
            List.of("a", "b", "c", "damaged"));
  }

  private static int compare(List<String> a, List<String> b) {
    return a.toString().compareTo(b.toString());
  }

  @Test
  @DisplayName("with holes any of the tail survives, and what is missing before it reads as damage")
  void holes() {
    Set<List<String>> found = new TreeSet<>(DiskDamageTest::compare);
    for (long seed = 0; seed < SEEDS; seed++) {
      found.add(journalAfterCrash(seed, settings(0, true, true)));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            List.of("a"),
            List.of("a", "b"),
            List.of("a", "b", "c"),
            List.of("a", "b", "c", "d"),
            List.of("a", "b", "damaged", "d"),
            List.of("a", "damaged", "c"),
            List.of("a", "damaged", "c", "d"),
            List.of("a", "damaged", "damaged", "d"));
  }

  @Test
  @DisplayName("without checksums damage reads as another value")
  void withoutChecksums() {
    Set<String> found = new TreeSet<>();
    for (long seed = 0; seed < 60; seed++) {
      found.add(cellAfterCrash(seed, settings(1, false, false)));
    }
    assertThat(found).doesNotContain("damaged").contains("new").doesNotContain("old");
    assertThat(found).hasSizeGreaterThan(3);
    assertThat(found).allMatch(text -> text.length() == 3);
  }

  @Test
  @DisplayName("an unsynced truncation is done or not")
  void truncation() {
    Set<List<String>> found = new TreeSet<>(DiskDamageTest::compare);
    for (long seed = 0; seed < 60; seed++) {
      Stage stage = new Stage();
      Simulation simulation = stage.play(new Runs().seed(seed).disk(settings(0.5, false, true)));
      Journal<String> journal = stage.context("n1").disk().journal("log");
      journal.append("a");
      journal.append("b");
      stage.context("n1").disk().sync(() -> {});
      simulation.runUntil(Duration.ofMillis(2));
      journal.truncate(1);
      simulation.crash(N1);
      simulation.restart(N1);
      found.add(read(stage.context("n1").disk().journal("log")));
    }
    assertThat(found).containsExactly(List.of("a", "b"), List.of("a"));
  }

  @Test
  @DisplayName(
      "a crash draws for each node and store apart: one disk's fate says nothing of another's")
  void independent() {
    int different = 0;
    for (long seed = 0; seed < 100; seed++) {
      Stage stage = new Stage();
      Simulation simulation = stage.play(new Runs().seed(seed).disk(settings(0, false, true)));
      for (String node : List.of("n1", "n2")) {
        stage.context(node).disk().cell("x").write("new");
        simulation.crash(NodeId.of(node));
        simulation.restart(NodeId.of(node));
      }
      boolean same =
          stage
              .context("n1")
              .disk()
              .cell("x")
              .read()
              .equals(stage.context("n2").disk().cell("x").read());
      different += same ? 0 : 1;
    }
    assertThat(different).isBetween(30, 70);
  }

  private static List<String> rotten(double share, boolean checksums) {
    Stage stage = new Stage();
    Simulation simulation =
        stage.play(
            new Runs()
                .disk(settings(0, false, checksums))
                .fault(fault("rot", 10, new Effect.CorruptDisk(named("n1"), new Share(share)))));
    Disk disk = stage.context("n1").disk();
    for (int i = 0; i < 200; i++) {
      disk.<String>journal("log").append("record");
    }
    disk.<String>cell("x").write("cell");
    disk.sync(() -> {});
    simulation.runUntil(Duration.ofMillis(5));
    disk.<String>cell("x").write("newer");
    simulation.runUntil(Duration.ofMillis(20));
    List<String> found = read(disk.journal("log"));
    found.add(told(disk.<String>cell("x").read()));
    return found;
  }

  @Test
  @DisplayName("rot strikes a share of what is durable, as damage or as another value")
  void latent() {
    List<String> some = rotten(0.25, true);
    assertThat(some.stream().filter("damaged"::equals).count()).isBetween(35L, 65L);
    assertThat(rotten(1, true).subList(0, 200)).containsOnly("damaged");
    assertThat(rotten(1, false).subList(0, 200)).doesNotContain("damaged", "record");
  }

  @Test
  @DisplayName("rot does not reach a value that was written since and is not durable yet")
  void rotUnderNewer() {
    assertThat(rotten(1, true).get(200)).isEqualTo("newer");
  }

  @Test
  @DisplayName("a wipe loses the disk, a crash does not")
  void wipe() {
    for (boolean wipe : new boolean[] {false, true}) {
      Stage stage = new Stage();
      Simulation simulation =
          stage.play(new Runs().fault(fault("crash", 10, 10, new Effect.Crash(named("n1"), wipe))));
      stage.context("n1").disk().<String>cell("x").write("a");
      stage.context("n1").disk().<String>journal("log").append("b");
      stage.context("n1").disk().sync(() -> {});
      simulation.runUntil(Duration.ofMillis(30));
      Disk disk = stage.context("n1").disk();
      assertThat(told(disk.<String>cell("x").read())).isEqualTo(wipe ? "empty" : "a");
      assertThat(disk.journal("log").size()).isEqualTo(wipe ? 0 : 1);
    }
  }
}
