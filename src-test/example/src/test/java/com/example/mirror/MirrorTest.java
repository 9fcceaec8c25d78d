package com.example.mirror;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.junit.SimulationReport;
import dev.faultline.junit.SimulationTest;
import dev.faultline.junit.Simulations;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The mirrored register under many seeds. */
class MirrorTest {
  @SimulationTest(scenario = "scenarios/crashes.yaml", seeds = 100)
  void survivesCrashes(SimulationReport report) {
    assertTrue(report.seedsWith("Acknowledged") > 90, "most seeds get something done");
  }

  @SimulationTest(scenario = "scenarios/hasty.yaml", seeds = 5)
  void noticesAPrimaryThatDoesNotWait() {}

  @TestFactory
  Stream<DynamicTest> survivesWhateverItTolerates() {
    return Simulations.of(new MirrorProtocol()).seeds(200).tests();
  }
}
