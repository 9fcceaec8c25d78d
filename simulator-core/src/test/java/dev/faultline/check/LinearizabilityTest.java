package dev.faultline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Linearizability.Counterexample;
import dev.faultline.check.Linearizability.Report;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Put;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {
  private static Report check(Story story) {
    return new Linearizability<>(new KvModel()).check(story.list());
  }

  private static String explanation(Story story) {
    Report report = check(story);
    assertThat(report.verdict()).isEqualTo(Verdict.VIOLATION);
    return report.counterexample().orElseThrow().message();
  }

  @Nested
  class Verdicts {
    @Test
    @DisplayName("operations at the same time may take effect in either order")
    void concurrent() {
      assertPass(
          new Story()
              .put("c1", "k", "a", 1, 5)
              .put("c2", "k", "b", 2, 3)
              .got("c3", "k", "b", 2.5, 3.5)
              .got("c3", "k", "a", 4, 4.5));
    }

    @Test
    @DisplayName("an operation of unknown outcome may take effect much later, or never")
    void unknown() {
      Story late =
          new Story()
              .put("c1", "k", "a", 1, 2)
              .unknown("c2", new Put("k", "b"), 3)
              .got("c3", "k", "a", 10, 11);
      assertPass(late);
      assertPass(late.got("c3", "k", "b", 12, 13));
      assertViolation(late.got("c3", "k", "a", 14, 15));
    }

    @Test
    @DisplayName("an operation of unknown outcome does not take effect before it begins")
    void unknownBeforeItBegins() {
      assertViolation(new Story().got("c1", "k", "b", 1, 2).unknown("c2", new Put("k", "b"), 3));
    }

    @Test
    @DisplayName("a lost write that nobody read can be why a compare-and-set did not match")
    void unseenEraser() {
      Story story = new Story().put("c1", "k", "a", 1, 2).swapped("c3", "k", "a", "x", false, 5, 6);
      assertViolation(story);
      assertPass(
          new Story()
              .put("c1", "k", "a", 1, 2)
              .unknown("c2", new Put("k", "b"), 3)
              .swapped("c3", "k", "a", "x", false, 5, 6));
      assertPass(
          new Story()
              .put("c1", "k", "a", 1, 2)
              .unknown("c2", new Append("k", "b"), 3)
              .swapped("c3", "k", "a", "x", false, 5, 6));
      assertPass(
          new Story()
              .put("c1", "k", "a", 1, 2)
              .unknown("c2", new CompareAndSet("k", "a", "b"), 3)
              .swapped("c3", "k", "a", "x", false, 5, 6));
    }

    @Test
    @DisplayName("an unknown write is one write: it does not take effect twice")
    void unknownOnlyOnce() {
      assertViolation(
          new Story()
              .unknown("c2", new Put("k", "b"), 1)
              .got("c1", "k", "b", 3, 4)
              .put("c1", "k", "a", 5, 6)
              .got("c1", "k", "b", 7, 8));
    }

    @Test
    @DisplayName("a failed operation has no effect, then or later")
    void failed() {
      assertPass(
          new Story()
              .put("c1", "k", "a", 1, 2)
              .failed("c2", new Put("k", "b"), 3, 4)
              .got("c3", "k", "a", 5, 6));
      assertViolation(new Story().failed("c2", new Put("k", "b"), 3, 4).got("c3", "k", "b", 5, 6));
    }

    @Test
    @DisplayName("keys are judged apart, and one bad key spoils the history")
    void keys() {
      Story story =
          new Story()
              .put("c1", "k1", "a", 1, 2)
              .put("c2", "k2", "b", 1, 2)
              .got("c1", "k1", "a", 3, 4)
              .got("c2", "k2", "b", 3, 4);
      assertPass(story);
      assertThat(explanation(story.got("c3", "k2", "a", 5, 6))).contains("c3 got k2 = a");
    }

    @Test
    @DisplayName("what begins at the moment another ends is concurrent, except for its own process")
    void sameMoment() {
      assertPass(new Story().put("c1", "k", "a", 1, 2).got("c2", "k", "", 2, 3));
      assertViolation(new Story().put("c1", "k", "a", 1, 2).got("c1", "k", "", 2, 3));
    }

    @Test
    @DisplayName("nothing, and nothing but unknown outcomes, is linearizable")
    void empty() {
      assertPass(new Story());
      assertPass(new Story().unknown("c1", new CompareAndSet("k", "a", "b"), 1));
    }

    private static void assertPass(Story story) {
      assertThat(check(story).verdict()).isEqualTo(Verdict.PASS);
      assertThat(check(story).counterexample()).isEmpty();
    }

    private static void assertViolation(Story story) {
      assertThat(check(story).verdict()).isEqualTo(Verdict.VIOLATION);
    }
  }

  @Nested
  class Explanations {
    @Test
    void staleRead() {
      assertThat(
              explanation(
                  new Story()
                      .put("c1", "k4", "c1-17", 10, 10.1)
                      .put("c2", "k4", "c2-9", 11, 11.1)
                      .got("c3", "k4", "c1-17", 12.3, 12.4)))
          .isEqualTo(
              "c1 put k4 = c1-17 (10s..10.1s), then c2 put k4 = c2-9 (11s..11.1s),"
                  + " and after that c3 got k4 = c1-17 (12.3s..12.4s)");
    }

    @Test
    void lostFirstWrite() {
      assertThat(
              explanation(
                  new Story().put("c2", "k4", "c2-9", 11, 11.1).got("c3", "k4", "", 12.3, 12.4)))
          .isEqualTo(
              "c2 put k4 = c2-9 (11s..11.1s), and after that c3 got k4 absent (12.3s..12.4s)");
    }

    @Test
    void neverWritten() {
      assertThat(explanation(new Story().got("c3", "k4", "c1-17", 12.3, 12.4)))
          .isEqualTo("c3 got k4 = c1-17 (12.3s..12.4s), but nobody ever wrote what it found");
    }

    @Test
    void failedAndYetSeen() {
      assertThat(
              explanation(
                  new Story()
                      .failed("c1", new Put("k4", "c1-17"), 10, 10.1)
                      .got("c3", "k4", "c1-17", 12.3, 12.4)))
          .isEqualTo(
              "c1 put k4 = c1-17 (10s..10.1s, failed), and yet"
                  + " c3 got k4 = c1-17 (12.3s..12.4s)");
    }

    @Test
    void readBeforeWritten() {
      assertThat(
              explanation(
                  new Story()
                      .got("c3", "k4", "c1-17", 12.3, 12.4)
                      .unknown("c1", new Put("k4", "c1-17"), 13)))
          .isEqualTo(
              "c3 got k4 = c1-17 (12.3s..12.4s) before"
                  + " c1 put k4 = c1-17 (13s.., outcome unknown)");
    }

    @Test
    @DisplayName("two values that each came before the other")
    void bothOrders() {
      assertThat(
              explanation(
                  new Story()
                      .put("c1", "k", "a", 1, 9)
                      .put("c2", "k", "b", 1, 9)
                      .got("c3", "k", "a", 2, 3)
                      .got("c4", "k", "b", 2, 3)
                      .got("c3", "k", "b", 4, 5)
                      .got("c4", "k", "a", 4, 5)))
          .isEqualTo(
              "c3 got k = a (2s..3s) before c3 got k = b (4s..5s),"
                  + " but c4 got k = b (2s..3s) before c4 got k = a (4s..5s)");
    }

    @Test
    @DisplayName("when no few operations show what is wrong, the end of the longest order is named")
    void noOrder() {
      Story story =
          new Story()
              .put("c1", "k", "a", 1, 2)
              .appended("c2", "k", "b", 3, 4)
              .appended("c1", "k", "c", 5, 6)
              .got("c3", "k", "ac", 7, 8);
      Counterexample found = check(story).counterexample().orElseThrow();
      assertThat(found.message())
          .isEqualTo(
              "no order explains that c3 got k = ac (7s..8s); one that explains the 3 before ends"
                  + " with c1 appended c to k (5s..6s)");
      assertThat(found.prefix()).extracting(Operation::id).containsExactly(0L, 1L, 2L);
      assertThat(found.unplaced().id()).isEqualTo(3);
    }

    @Test
    @DisplayName("the violation that shows first is told, with the longest order before it")
    void firstViolation() {
      Story story = new Story();
      for (int i = 0; i < 20; i++) {
        story.put("c1", "k" + i % 2, "v" + i, i, i + 0.5);
      }
      story.got("c2", "k0", "v0", 15.6, 15.7).got("c3", "k1", "v1", 11.6, 11.7);
      Counterexample found = check(story).counterexample().orElseThrow();
      assertThat(found.message()).contains("c3 got k1 = v1 (11.6s..11.7s)");
      assertThat(found.unplaced().client().name()).isEqualTo("c3");
      assertThat(found.culprits()).extracting(Operation::id).containsExactly(1L, 3L, 21L);
      assertThat(found.prefix()).hasSize(6);
    }
  }

  @Nested
  class Bounds {
    /** Twelve writes at the same time, and reads that no order of them explains. */
    private static Story hard() {
      Story story = new Story();
      for (int i = 0; i < 12; i++) {
        story.appended("c" + i, "k", "" + (char) ('a' + i), 1, 2);
      }
      return story.got("c20", "k", "abcdefghijkl", 3, 4).got("c20", "k", "abcdefghijk", 5, 6);
    }

    @Test
    @DisplayName("a bound on steps or memory makes it undecided, never wrong")
    void undecided() {
      List<Operation> history = new SyntheticHistory(3, 30, 300, 1, 0).list();
      Linearizability<?, ?, ?> judge = new Linearizability<>(new KvModel(), 100, 1_000_000);
      assertThat(judge.check(history).verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(judge.check(history).steps()).isBetween(100L, 200L);
      Linearizability<?, ?, ?> forgetful = new Linearizability<>(new KvModel(), 1_000_000, 100);
      assertThat(forgetful.check(history).verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(new Linearizability<>(new KvModel()).check(history).verdict())
          .isEqualTo(Verdict.PASS);
    }

    @Test
    @DisplayName("a contradiction is found even when the search gives up")
    void contradictionWithinBounds() {
      assertThat(check(hard()).verdict()).isEqualTo(Verdict.VIOLATION);
      Linearizability<?, ?, ?> judge = new Linearizability<>(new KvModel(), 10, 1_000_000);
      assertThat(judge.check(hard().list()).verdict()).isEqualTo(Verdict.VIOLATION);
    }
  }

  @Nested
  class Synthetic {
    @Test
    @DisplayName("a correct store passes with little more than a step for each operation")
    void passes() {
      for (int seed = 0; seed < 5; seed++) {
        assertCheap(new SyntheticHistory(seed, 8, 3000, 16, 0));
        assertCheap(new SyntheticHistory(seed, 8, 3000, 16, 100));
        assertCheap(new SyntheticHistory(seed, 64, 3000, 4, 10));
      }
    }

    private static void assertCheap(SyntheticHistory history) {
      Report report = new Linearizability<>(new KvModel()).check(history.list());
      assertThat(report.verdict()).as(history.toString()).isEqualTo(Verdict.PASS);
      assertThat(report.steps()).as(history.toString()).isLessThan(5L * history.operations());
    }

    @Test
    @DisplayName("a read of a value that was replaced long ago is found out")
    void staleRead() {
      for (int seed = 0; seed < 5; seed++) {
        List<Operation> history =
            new ArrayList<>(new SyntheticHistory(seed, 8, 3000, 4, 20).list());
        int stale = history.size() - 200;
        while (!isPut(history.get(stale))) {
          stale--;
        }
        KvOperation put = (KvOperation) history.get(stale).operation();
        history.add(read(put, history.size(), history.getLast().completed() + 2_000_000_000L));
        history.add(write(put.key(), history.size(), history.getLast().invoked() - 1_000));
        Collections.shuffle(history, new Random(seed));
        Report report = new Linearizability<>(new KvModel()).check(history);
        assertThat(report.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(report.counterexample().orElseThrow().message())
            .contains("c99 got " + put.key() + " = " + ((Put) put).value());
      }
    }

    private static boolean isPut(Operation operation) {
      return operation.operation() instanceof Put && operation.outcome() instanceof Outcome.Ok;
    }

    private static Operation read(KvOperation put, long id, long time) {
      return new Story()
          .got("c99", put.key(), ((Put) put).value(), time / 1e9, time / 1e9 + 0.001)
          .list()
          .getFirst();
    }

    private static Operation write(String key, long id, long time) {
      return new Story().put("c98", key, "last", time / 1e9 - 0.001, time / 1e9).list().getFirst();
    }

    @Test
    @DisplayName("the same history in any list order gets the same report, to the step")
    void deterministic() {
      List<Operation> history = new SyntheticHistory(11, 16, 2000, 4, 50).list();
      Report first = new Linearizability<>(new KvModel()).check(history);
      List<Operation> shuffled = new ArrayList<>(history);
      Collections.shuffle(shuffled, new Random(1));
      assertThat(new Linearizability<>(new KvModel()).check(shuffled)).isEqualTo(first);
    }
  }

  @Nested
  class AsValidation {
    @Test
    void judges() {
      Validation validation = new LinearizabilityValidation(new KvModel());
      assertThat(validation.name()).isEqualTo("linearizable");
      Story story = new Story().put("c1", "k", "a", 1, 2).failed("c1", new Put("k", "b"), 3, 4);
      assertThat(validation.judge(ending(story)))
          .isEqualTo(new Validation.Judgement(Verdict.PASS, 1, Optional.empty(), Optional.empty()));
      String message = "c1 put k = a (1s..2s), and after that c1 got k absent (5s..6s)";
      assertThat(validation.judge(ending(story.got("c1", "k", "", 5, 6))))
          .isEqualTo(
              new Validation.Judgement(
                  Verdict.VIOLATION,
                  2,
                  Optional.of(message),
                  Optional.of(
                      new Violation(
                          "linearizable",
                          message,
                          6_000_000_000L,
                          Violation.AT_THE_END,
                          List.of(),
                          Optional.empty()))));
    }

    @Test
    @DisplayName("without one result there is nothing to judge")
    void nothing() {
      Validation validation = new LinearizabilityValidation(new KvModel());
      Story story = new Story().unknown("c1", new Put("k", "a"), 1);
      assertThat(validation.judge(ending(story)).verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(validation.judge(ending(story)).why()).contains("no operation returned a result");
    }

    @Test
    void givesUp() {
      Validation validation =
          new LinearizabilityValidation(new Linearizability<>(new KvModel(), 0, 1_000));
      List<Operation> history = new SyntheticHistory(3, 30, 300, 1, 0).list();
      Validation.Judgement judgement = validation.judge(new Ending(history, 1, 1, 0, 0));
      assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(judgement.why().orElseThrow()).startsWith("gave up after");
    }

    private static Ending ending(Story story) {
      return new Ending(story.list(), 10_000_000_000L, 10_000_000_000L, 0, 0);
    }
  }
}
