package dev.faultline.network;

import java.util.List;

/**
 * The network of a run.
 *
 * @param link every link that no class covers
 * @param classes links that differ; the first that covers a link decides
 * @param checksums are altered messages noticed and dropped? Without, they are delivered
 */
public record NetworkSettings(LinkSettings link, List<LinkClass> classes, boolean checksums) {
  public static final NetworkSettings CALM = of(LinkSettings.CALM);

  public NetworkSettings {
    classes = List.copyOf(classes);
  }

  /** The same link between all nodes, with checksums. */
  public static NetworkSettings of(LinkSettings link) {
    return new NetworkSettings(link, List.of(), true);
  }
}
