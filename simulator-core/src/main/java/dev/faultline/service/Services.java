package dev.faultline.service;

import java.util.List;

/** The services there are. */
public final class Services {
  private static final List<Service> ALL = List.of(new KvService(), new RegisterService());

  private Services() {}

  /** All of them, by name. */
  public static List<Service> all() {
    return ALL;
  }

  /**
   * The service of that name.
   *
   * @throws IllegalArgumentException when there is none; the message names those that exist
   */
  public static Service named(String name) {
    return ALL.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no service '"
                    + name
                    + "': expected "
                    + Vocabulary.either(ALL.stream().map(Service::name).toList())));
  }
}
