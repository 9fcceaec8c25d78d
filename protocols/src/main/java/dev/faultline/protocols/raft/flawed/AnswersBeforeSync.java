package dev.faultline.protocols.raft.flawed;

import dev.faultline.protocols.raft.RaftRules;
import dev.faultline.protocols.raft.Storage;

/**
 * R35: a follower confirms entries before they are on stable storage (Vanlightly's specification
 * RaftFsync; NATS 2.12.1, by Jepsen).
 */
final class AnswersBeforeSync extends RaftRules {
  @Override
  protected void whenAppended(Storage storage, Runnable answer) {
    storage.whenDurable(() -> {});
    answer.run();
  }
}
