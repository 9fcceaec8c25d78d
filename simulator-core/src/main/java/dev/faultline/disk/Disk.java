package dev.faultline.disk;

/**
 * A node's durable state. A write is visible to its node at once and durable only when a sync that
 * was issued after it completes.
 *
 * <p>A crash may keep or lose each write that no completed sync covers, and may damage it. After a
 * failed sync the writes that it covered stay unspecified even when a later sync succeeds (the
 * PostgreSQL "fsyncgate" thread, 2018).
 */
public interface Disk {
  /**
   * The small value of this name, replaced as a whole: a term and vote, say. The same name always
   * gives the same cell, in this life and the next.
   */
  <T> Cell<T> cell(String name);

  /** The list of records of this name. The same name always gives the same journal. */
  <R> Journal<R> journal(String name);

  /**
   * Makes every earlier write of this node durable. Syncs complete in the order they were issued. A
   * sync that fails crashes the node.
   *
   * @param durable runs as a handler of its own once the writes are durable; never after a crash
   */
  void sync(Runnable durable);

  /**
   * Like {@link #sync(Runnable)}, for a node that survives a failing disk.
   *
   * @param failed runs instead of {@code durable} when the sync fails
   */
  void sync(Runnable durable, Runnable failed);
}
