package dev.faultline.scenario;

import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The protocols that scenarios can name. */
public final class Protocols {
  private final SortedMap<String, Protocol<?>> byName;

  private Protocols(SortedMap<String, Protocol<?>> byName) {
    this.byName = byName;
  }

  /**
   * Exactly these.
   *
   * @throws ScenarioException when two have the same name
   */
  public static Protocols of(Collection<? extends Protocol<?>> protocols) {
    SortedMap<String, Protocol<?>> byName = new TreeMap<>();
    for (Protocol<?> protocol : protocols) {
      Protocol<?> other = byName.put(protocol.name(), protocol);
      if (other != null) {
        throw new ScenarioException(
            "two protocols of the class path have the name '"
                + protocol.name()
                + "': "
                + other.getClass().getName()
                + " and "
                + protocol.getClass().getName());
      }
    }
    return new Protocols(byName);
  }

  /** Those that came with the program. */
  public static Protocols installed() {
    return visibleTo(Protocols.class.getClassLoader());
  }

  /**
   * Those that a class loader finds, the program's own included.
   *
   * @throws ScenarioException when one is announced but cannot be made
   */
  public static Protocols visibleTo(ClassLoader loader) {
    try {
      List<Protocol<?>> found = List.copyOf(services(loader));
      return of(found);
    } catch (ServiceConfigurationError error) {
      throw new ScenarioException(
          "a protocol of the class path cannot be used: " + error.getMessage());
    }
  }

  // A raw type is all that a class literal can say.
  @SuppressWarnings("rawtypes")
  private static List<Protocol<?>> services(ClassLoader loader) {
    return ServiceLoader.load(Protocol.class, loader).stream()
        .map(ServiceLoader.Provider<Protocol>::get)
        .<Protocol<?>>map(protocol -> protocol)
        .sorted(Comparator.comparing(Protocol::name))
        .toList();
  }

  /** The protocol of that name, if there is one. */
  public Optional<Protocol<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The protocol of that name.
   *
   * @throws ScenarioException when there is none
   */
  public Protocol<?> require(String name) {
    return find(name)
        .orElseThrow(() ->
            new ScenarioException(
                "there is no protocol '" + name + "' on the class path: " + names()));
  }

  /**
   * Sets a system up.
   *
   * @throws ScenarioException when there is no such protocol
   * @throws IllegalArgumentException when the system cannot work, saying why
   */
  public Deployment<?> deploy(SystemSection system) {
    return Preparation.deploy(require(system.protocol()), system);
  }

  /** All of them, by name. */
  public Collection<Protocol<?>> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** Their names, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
