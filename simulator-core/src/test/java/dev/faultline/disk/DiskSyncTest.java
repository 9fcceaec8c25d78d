package dev.faultline.disk;

import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fixtures.Faults;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.random.Distribution;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When syncs complete, what they cover, and what becomes of those that fail. */
class DiskSyncTest {
  private static final NodeId N1 = NodeId.of("n1");

  /** No unsynced record of a journal survives undamaged. */
  private static final DiskSettings HARSH =
      new DiskSettings(new Distribution.Constant(Duration.ofMillis(1)), Share.ALL, true, true);

  private final Stage stage = new Stage();
  private Simulation simulation;

  private Disk play(FaultAction... actions) {
    simulation = stage.play(new Runs().disk(HARSH).faults(List.of(actions)));
    return disk();
  }

  private Disk disk() {
    return stage.context("n1").disk();
  }

  private void run(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
  }

  private void runMicros(long micros) {
    simulation.runUntil(Duration.ofNanos(micros * 1000));
  }

  private void crashAndRestart() {
    simulation.crash(N1);
    simulation.restart(N1);
  }

  @Test
  @DisplayName("a write is visible at once and durable when a sync issued after it completes")
  void durable() {
    Cell<String> cell = play().cell("x");
    assertThat(cell.read()).isEqualTo(new Stored.Empty<String>());
    cell.write("a");
    assertThat(cell.read()).isEqualTo(new Stored.Value<>("a"));
    disk().sync(() -> stage.note("synced"));
    run(2);
    assertThat(stage.log()).containsExactly("1ms synced");
    crashAndRestart();
    assertThat(disk().<String>cell("x").read()).isEqualTo(new Stored.Value<>("a"));
  }

  @Test
  @DisplayName("a sync covers what was written before it, nothing later")
  void coversEarlier() {
    Journal<String> journal = play().journal("log");
    journal.append("covered");
    disk().sync(() -> {});
    journal.append("later");
    run(1);
    crashAndRestart();
    Journal<String> after = disk().journal("log");
    assertThat(after.read(0)).isEqualTo(new Stored.Value<>("covered"));
    assertThat(after.size() == 1 || after.read(1) instanceof Stored.Damaged<String>).isTrue();
  }

  @Test
  @DisplayName("a sync that shares the device's next turn covers nothing written after it")
  void sharedCoversEarlier() {
    Journal<String> journal = play().journal("log");
    disk().sync(() -> {});
    journal.append("covered");
    disk().sync(() -> stage.note("second"));
    journal.append("later");
    run(2);
    assertThat(stage.log()).containsExactly("2ms second");
    crashAndRestart();
    Journal<String> after = disk().journal("log");
    assertThat(after.read(0)).isEqualTo(new Stored.Value<>("covered"));
    assertThat(after.size() == 1 || after.read(1) instanceof Stored.Damaged<String>).isTrue();
  }

  @Test
  @DisplayName("syncs complete in the order they were issued; those that wait share one turn")
  void groupCommit() {
    play().sync(() -> stage.note("first"));
    runMicros(200);
    disk().sync(() -> stage.note("second"));
    runMicros(700);
    disk().sync(() -> stage.note("third"));
    runMicros(1500);
    disk().sync(() -> stage.note("fourth"));
    run(4);
    assertThat(stage.log()).containsExactly("1ms first", "2ms second", "2ms third", "3ms fourth");
  }

  @Test
  @DisplayName("a sync that a callback issues comes after those already waiting")
  void syncInCallback() {
    play()
        .sync(() -> {
          stage.note("first");
          disk().sync(() -> stage.note("third"));
        });
    disk().sync(() -> stage.note("second"));
    run(4);
    assertThat(stage.log()).containsExactly("1ms first", "2ms second", "3ms third");
  }

  @Test
  @DisplayName("the callback of a sync never runs after a crash, nor in the next life")
  void neverAfterCrash() {
    play().sync(() -> stage.note("never"));
    disk().sync(() -> stage.note("never either"));
    runMicros(500);
    crashAndRestart();
    disk().sync(() -> stage.note("mine"));
    run(5);
    assertThat(stage.log()).containsExactly("1.5ms mine");
  }

  @Test
  @DisplayName("a slow disk and a slow node take as many times as long")
  void slow() {
    play(
        fault("disk", 10, 20, new Effect.SlowDisk(named("n1"), 3)),
        fault("node", 20, 20, new Effect.Slow(named("n1"), 2, Duration.ZERO)));
    for (long start : new long[] {0, 10, 20, 30, 40}) {
      run(start);
      disk().sync(() -> stage.note("synced"));
    }
    run(50);
    assertThat(stage.log())
        .containsExactly("1ms synced", "13ms synced", "26ms synced", "32ms synced", "41ms synced");
  }

  @Test
  @DisplayName("a failing sync crashes the node; it starts again when the disk is mended")
  void failingCrashes() {
    stage.opening((id, context) -> stage.note(id + " starts"));
    play(fault("disk", 10, 20, new Effect.FailSyncs(named("n1"))));
    run(15);
    disk().sync(() -> stage.note("never"));
    run(20);
    assertThat(simulation.isUp(N1)).isFalse();
    run(40);
    assertThat(simulation.isUp(N1)).isTrue();
    assertThat(stage.log())
        .containsExactly("0s n1 starts", "0s n2 starts", "0s n3 starts", "30ms n1 starts");
  }

  @Test
  @DisplayName("a failing sync tells a node that asked to be told, and leaves it up")
  void failingTells() {
    play(fault("disk", 10, 20, new Effect.FailSyncs(named("n1"))));
    run(15);
    disk().sync(() -> stage.note("never"), () -> stage.note("failed"));
    run(40);
    disk().sync(() -> stage.note("works again"), () -> stage.note("never"));
    run(50);
    assertThat(stage.log()).containsExactly("16ms failed", "41ms works again");
  }

  @Test
  @DisplayName("after a failed sync its writes stay unspecified even when a later one succeeds")
  void fsyncgate() {
    play(fault("disk", 10, 20, new Effect.FailSyncs(named("n1"))));
    run(15);
    disk().<String>journal("log").append("lost");
    disk().sync(() -> {}, () -> {});
    run(40);
    assertThat(disk().journal("log").read(0)).isEqualTo(new Stored.Value<>("lost"));
    disk().<String>journal("log").append("kept");
    disk().sync(() -> stage.note("synced"));
    run(50);
    assertThat(stage.log()).containsExactly("41ms synced");
    crashAndRestart();
    assertThat(disk().journal("log").read(0)).isEqualTo(new Stored.Damaged<>());
    assertThat(disk().journal("log").read(1)).isEqualTo(new Stored.Value<>("kept"));
  }

  @Test
  @DisplayName("on a full disk a sync that covers a write fails, one that covers none does not")
  void fullDisk() {
    play(fault("full", 10, 20, new Effect.FullDisk(named("n1"))));
    run(15);
    disk().sync(() -> stage.note("nothing to write"), () -> stage.note("never"));
    run(20);
    disk().cell("x").write("a");
    disk().sync(() -> stage.note("never"), () -> stage.note("full"));
    run(40);
    disk().cell("x").write("b");
    disk().sync(() -> stage.note("room again"), () -> stage.note("never"));
    run(50);
    assertThat(stage.log())
        .containsExactly("16ms nothing to write", "21ms full", "41ms room again");
  }

  @Test
  @DisplayName("a sync does not fail for a write that came after it")
  void fullAfterwards() {
    play(fault("full", 10, 20, new Effect.FullDisk(named("n1"))));
    runMicros(9_500);
    disk().cell("x").write("fits");
    disk().sync(() -> stage.note("fitted"), () -> stage.note("never"));
    runMicros(10_200);
    disk().cell("y").write("does not fit");
    disk().sync(() -> stage.note("never"), () -> stage.note("full"));
    run(50);
    assertThat(stage.log()).containsExactly("10.5ms fitted", "11.5ms full");
  }

  @Test
  @DisplayName("a node whose sync fails when there is room again starts again at once")
  void failsLate() {
    stage.opening((id, context) -> stage.note(id + " starts"));
    play(fault("full", 10, 20, new Effect.FullDisk(named("n1"))));
    stage.log().clear();
    runMicros(29_500);
    disk().cell("x").write("does not fit");
    disk().sync(() -> stage.note("never"));
    run(50);
    assertThat(stage.log()).containsExactly("30.5ms n1 starts");
  }

  private static FaultAction atDisk(Anchor.DiskPoint point, int nth) {
    return new FaultAction(
        "strike",
        new Anchor.OnDisk(point, Optional.of(N1), nth),
        Optional.of(Duration.ofMillis(5)),
        Faults.crash("n1"));
  }

  @Test
  @DisplayName("a crash before a sync completes loses what it covers")
  void beforeSync() {
    play(atDisk(Anchor.DiskPoint.BEFORE_SYNC, 2));
    disk().<String>journal("log").append("first");
    disk().sync(() -> stage.note("first"));
    run(2);
    disk().<String>journal("log").append("second");
    disk().sync(() -> stage.note("never"));
    run(20);
    assertThat(stage.log()).containsExactly("1ms first");
    assertThat(disk().journal("log").read(0)).isEqualTo(new Stored.Value<>("first"));
    assertThat(disk().journal("log").read(1)).isEqualTo(new Stored.Damaged<>());
  }

  @Test
  @DisplayName("a crash after a sync keeps what it covers, and the node never hears of it")
  void afterSync() {
    play(atDisk(Anchor.DiskPoint.AFTER_SYNC, 1));
    disk().<String>cell("x").write("first");
    disk().sync(() -> stage.note("never"));
    run(2);
    assertThat(simulation.isUp(N1)).isFalse();
    run(20);
    assertThat(stage.log()).isEmpty();
    assertThat(disk().<String>cell("x").read()).isEqualTo(new Stored.Value<>("first"));
  }

  @Test
  @DisplayName("one name is one cell or one journal, in every life")
  void names() {
    play().<String>cell("x").write("a");
    assertThat(disk().<String>cell("x").read()).isEqualTo(new Stored.Value<>("a"));
    disk().journal("log");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk().journal("x"))
        .withMessage("'x' is a cell on this disk, not a journal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk().cell("log"))
        .withMessage("'log' is a journal on this disk, not a cell");
  }

  @Test
  @DisplayName("a journal is appended to, cut and read by position")
  void journal() {
    Journal<String> journal = play().journal("log");
    for (String record : List.of("a", "b", "c")) {
      journal.append(record);
    }
    journal.truncate(1);
    journal.append("d");
    disk().sync(() -> {});
    run(2);
    crashAndRestart();
    Journal<String> after = disk().journal("log");
    assertThat(after.size()).isEqualTo(2);
    assertThat(after.read(0)).isEqualTo(new Stored.Value<>("a"));
    assertThat(after.read(1)).isEqualTo(new Stored.Value<>("d"));
    assertThatIllegalArgumentException().isThrownBy(() -> after.truncate(3));
    assertThatIllegalArgumentException().isThrownBy(() -> after.truncate(-1));
  }
}
