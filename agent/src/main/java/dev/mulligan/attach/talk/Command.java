package dev.mulligan.attach.talk;

/** What a command line asks of a process. */
public enum Command {
  ATTACH,
  RELOAD,
  STATUS,
  CHANNELS,
  DETACH
}
