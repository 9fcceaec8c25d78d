package dev.faultline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Ending;
import dev.faultline.check.FactObserver;
import dev.faultline.check.Validation;
import dev.faultline.cli.ProbeProtocol;
import dev.faultline.execution.Vigil;
import dev.faultline.scenario.PreparedRun;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Protocols protocols = Protocols.of(List.of(new ProbeProtocol()));
  private final Scenario scenario =
      new ScenarioLoader(protocols)
          .parse(
              """
              seed: 7
              duration: 500ms
              system: { protocol: probe, nodes: 1 }
              workload: { service: register, clients: 1, rate: 50/s, mix: { write: 100% } }
              """,
              "probe.yaml", List.of());
  private final Crew crew = new Crew(1);

  @AfterEach
  void dismiss() {
    crew.close();
  }

  @Test
  void aJudgementThatNeverEndsIsACheck() {
    Hang hang = hang(Options.DEFAULT.checking(Optional.empty(), List.of(new Endless())));

    assertThat(hang.code()).isEqualTo(Hang.Code.CHECK);
    assertThat(hang.scenario()).isEqualTo(scenario);
    assertThat(hang.time()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    assertThat(hang.stack()).contains("Endless.judge").doesNotContain("simulation.Course");
  }

  @Test
  void whoSeesFactsAndNeverReturnsIsACheck() {
    FactObserver endless = (fact, node, time, event) -> loop();

    assertThat(hang(Options.DEFAULT.observing(endless)).code()).isEqualTo(Hang.Code.CHECK);
  }

  @Test
  void aSetUpThatNeverEndsIsNeither() {
    Shift<RunResult> shift =
        crew.submit(vigil -> {
          vigil.sees(scenario, Optional.empty());
          loop();
          throw new AssertionError("the loop ended");
        });

    Hang hang = hang(shift);

    assertThat(hang.code()).isEqualTo(Hang.Code.OTHER);
    assertThat(hang.event()).isZero();
    assertThat(hang.stack()).contains("ShiftTest.loop");
  }

  @Test
  void whatWaitsForAThreadThatIsStuckGoesOnOnAnother() {
    Shift<RunResult> stuck =
        crew.submit(vigil ->
            run(vigil, Options.DEFAULT.checking(Optional.empty(), List.of(new Endless()))));
    Shift<RunResult> next = crew.submit(vigil -> run(vigil, Options.DEFAULT));

    hang(stuck);
    crew.replaceOne();

    assertThat(next.await(Duration.ofSeconds(10), () -> false)).isInstanceOf(Shift.End.Done.class);
  }

  private Hang hang(Options options) {
    return hang(crew.submit(vigil -> run(vigil, options)));
  }

  private static Hang hang(Shift<RunResult> shift) {
    Shift.End<RunResult> end = shift.await(PATIENCE, () -> false);
    assertThat(end).isInstanceOf(Shift.End.Stuck.class);
    return ((Shift.End.Stuck<RunResult>) end).hang();
  }

  private RunResult run(Vigil vigil, Options options) {
    PreparedRun prepared = scenario.prepare(protocols);
    Simulation simulation = new Simulation(prepared.deployment(), prepared.settings(), options);
    vigil.sees(scenario, Optional.of(simulation));
    return simulation.run();
  }

  private static void loop() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private static final class Endless implements Validation {
    @Override
    public String name() {
      return "endless";
    }

    @Override
    public Judgement judge(Ending ending) {
      loop();
      throw new AssertionError("the loop ended");
    }
  }
}
