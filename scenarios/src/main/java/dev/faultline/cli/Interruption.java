package dev.faultline.cli;

/** Somebody wants the program to end, for commands that then want to tell what they have. */
interface Interruption {
  /** From now on it only says so here, and the process ends when the command is over. */
  void listen();

  /** Did it happen? */
  boolean happened();
}
