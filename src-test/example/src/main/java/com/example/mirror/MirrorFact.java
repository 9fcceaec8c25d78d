package com.example.mirror;

import dev.faultline.trace.Fact;

/** What servers report, for the invariant to judge. */
public sealed interface MirrorFact extends Fact {
  /** The server's disk holds this version for good. */
  record Stored(long version) implements MirrorFact {}

  /** The primary tells clients about this version. */
  record Acknowledged(long version) implements MirrorFact {}
}
