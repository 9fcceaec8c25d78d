package dev.faultline.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class as JUnit does, and keeps what its report shows. */
final class Invocations implements TestExecutionListener {
  private final List<Invocation> invocations = new ArrayList<>();

  /**
   * One line of a report.
   *
   * @param failure the message, when it failed
   */
  record Invocation(String name, Optional<String> failure) {}

  static List<Invocation> of(Class<?> tests) {
    Invocations invocations = new Invocations();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build(),
            invocations);
    return invocations.invocations;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getThrowable().isPresent()) {
      invocations.add(
          new Invocation(test.getDisplayName(), result.getThrowable().map(Throwable::getMessage)));
    }
  }
}
