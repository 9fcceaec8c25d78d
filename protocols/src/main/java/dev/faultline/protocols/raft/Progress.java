package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;

/** What a leader knows of one follower: figure 2's {@code nextIndex[]} and {@code matchIndex[]}. */
final class Progress {
  private final NodeId follower;
  private long nextIndex = 1;
  private long matchIndex;
  private long sentTo;
  private long round;

  Progress(NodeId follower) {
    this.follower = follower;
  }

  NodeId follower() {
    return follower;
  }

  /** Where the next batch of entries starts. */
  long nextIndex() {
    return nextIndex;
  }

  /** Up to here the follower's log is known to be the leader's, durably. */
  long matchIndex() {
    return matchIndex;
  }

  /** Is a batch of entries under way? */
  boolean isBusy() {
    return sentTo > 0;
  }

  /** The newest round of heartbeats that the follower answered. */
  long round() {
    return round;
  }

  /** A new leader guesses that the follower has everything (section 5.3). */
  void reset(long lastIndex) {
    nextIndex = lastIndex + 1;
    matchIndex = 0;
    sentTo = 0;
    round = 0;
  }

  void sent(long lastIndex) {
    sentTo = lastIndex;
  }

  void answered(long answeredRound) {
    round = Math.max(round, answeredRound);
  }

  void matched(long index) {
    matchIndex = index;
    nextIndex = Math.max(nextIndex, index + 1);
    if (index >= sentTo) {
      sentTo = 0;
    }
  }

  /**
   * The follower's log differs before the next index.
   *
   * @return is there an earlier index to try? Not when the refusal is old news
   */
  boolean retryFrom(long index) {
    long earlier = Math.max(index, matchIndex + 1);
    if (earlier >= nextIndex) {
      return false;
    }
    nextIndex = earlier;
    sentTo = 0;
    return true;
  }
}
