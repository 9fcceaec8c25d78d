package dev.faultline.protocols.raft;

import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import java.util.Optional;

/** What a log entry asks the state machine to do. */
public sealed interface Command {
  /** What it asks for, in words. */
  String inWords();

  /** Nothing: a new leader's first entry, which lets it commit (dissertation, section 6.4). */
  record NoOp() implements Command {
    @Override
    public String inWords() {
      return "no-op";
    }
  }

  /**
   * A client's write.
   *
   * @param sequence number of the command in its session, from 1
   * @param operation anything but a get, which never enters the log
   */
  record Write(Session session, long sequence, KvOperation operation) implements Command {
    @Override
    public String inWords() {
      return new KvModel().describe(operation, Optional.empty());
    }
  }
}
