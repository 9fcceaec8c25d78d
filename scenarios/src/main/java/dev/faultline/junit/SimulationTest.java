package dev.faultline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a scenario under many seeds. Each seed that does not end as the scenario expects is a failed
 * invocation of its own, with the command that replays it. The last invocation stands for all seeds
 * together: it fails when they leave something undecided, and otherwise runs the method, which may
 * take a {@link SimulationReport} and look at it.
 *
 * <pre>{@code
 * @SimulationTest(scenario = "scenarios/crashes.yaml", seeds = 200)
 * void survivesCrashes(SimulationReport report) {
 *   assertThat(report.seedsWith("Recovered")).isPositive();
 * }
 * }</pre>
 *
 * <p>System properties: {@code faultline.seed} runs one seed and no other; {@code faultline.seeds}
 * replaces the number of seeds, for a long run at night; {@code faultline.out} is where failures
 * are recorded, below {@code target/faultline} or {@code build/faultline} when it is not set.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(SimulationTestExtension.class)
public @interface SimulationTest {
  /** The scenario: a file, or a resource of the class path. */
  String scenario();

  /** How many seeds are run; at least 1. */
  int seeds() default 100;

  /** The first seed; the others follow it. */
  long firstSeed() default 1;

  /** Settings that replace the scenario's: {@code network.loss=2%}. */
  String[] set() default {};

  /**
   * Is a scenario drawn for each seed even though the file has no section {@code fuzz}? What is
   * drawn stays within what the protocol tolerates.
   */
  boolean swarm() default false;

  /** After so many failed seeds no more are run; at least 1. */
  int stopAfter() default 3;
}
