package dev.faultline.protocols.raft;

import dev.faultline.service.KvOperation;

/** What a log entry asks the state machine to do. */
public sealed interface Command {
  /** Nothing: a new leader's first entry, which lets it commit (dissertation, section 6.4). */
  record NoOp() implements Command {}

  /**
   * A client's write.
   *
   * @param sequence number of the command in its session, from 1
   * @param operation anything but a get, which never enters the log
   */
  record Write(Session session, long sequence, KvOperation operation) implements Command {}
}
