package com.example.mirror;

import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import java.util.Optional;

/** What clients, the primary and the mirrors say to each other. */
public sealed interface MirrorMessage {
  /** A client asks; it repeats the same number until it is answered. */
  record Request(long number, RegisterOperation operation) implements MirrorMessage {}

  /** The primary answers. */
  record Reply(long number, RegisterResult result) implements MirrorMessage {}

  /** The primary tells a mirror what the register holds; versions count its changes. */
  record Copy(long version, Optional<String> value) implements MirrorMessage {}

  /** A mirror has this version, or a newer one, on its disk. */
  record Copied(long version) implements MirrorMessage {}
}
