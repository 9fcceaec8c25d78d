package dev.faultline.protocols.raft;

/** The disk lost a record that a sync had covered. */
final class LostWriteException extends Exception {
  private final long position;

  LostWriteException(long position) {
    super("record " + position + " of the write-ahead log was durable and is damaged");
    this.position = position;
  }

  long position() {
    return position;
  }
}
