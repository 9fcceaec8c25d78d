package com.example.mirror;

import dev.faultline.junit.FaultlineArbitraries;
import dev.faultline.junit.Simulations;
import dev.faultline.scenario.Scenario;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The mirrored register in scenarios that jqwik makes, and makes smaller when one fails. */
class MirrorProperties {
  private final Simulations mirror = Simulations.of(new MirrorProtocol());

  @Provide
  Arbitrary<Scenario> scenarios() {
    return FaultlineArbitraries.of(new MirrorProtocol()).scenarios();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void survivesWhateverItTolerates(@ForAll("scenarios") Scenario scenario) {
    mirror.check(scenario);
  }
}
