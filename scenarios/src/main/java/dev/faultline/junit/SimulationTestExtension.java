package dev.faultline.junit;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns the findings of a {@link SimulationTest} into invocations, as they are made. */
final class SimulationTestExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), SimulationTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    SimulationTest test =
        AnnotationSupport.findAnnotation(context.getTestMethod(), SimulationTest.class)
            .orElseThrow();
    Class<?> type = context.getRequiredTestClass();
    return Simulations.of(scenario(test.scenario(), type), type.getClassLoader())
        .with(test.set())
        .seeds(test.seeds())
        .from(test.firstSeed())
        .swarm(test.swarm())
        .stopAfter(test.stopAfter())
        .in(type.getSimpleName() + "." + context.getRequiredTestMethod().getName())
        .findings()
        .map(Invocation::new);
  }

  private static Path scenario(String name, Class<?> type) {
    Path file = Path.of(name);
    URL resource = type.getClassLoader().getResource(name);
    if (Files.exists(file) || resource == null) {
      return file;
    }
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException | RuntimeException e) {
      throw new ExtensionConfigurationException(
          "the scenario '" + name + "' has to be a file, got " + resource, e);
    }
  }

  private record Invocation(Finding finding) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return finding.title();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Judge(finding));
    }
  }

  /** Fails before the method when there is a problem; otherwise hands it the report. */
  private record Judge(Finding finding) implements BeforeEachCallback, ParameterResolver {
    @Override
    public void beforeEach(ExtensionContext context) {
      finding.raise();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SimulationReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return switch (finding) {
        case Finding.AllSeeds all -> all.report();
        // The method of a failed seed is never reached.
        case Finding.FailedSeed failed ->
            throw new IllegalStateException(failed.title() + " has no report");
      };
    }
  }
}
