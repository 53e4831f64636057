package dev.mulligan.attach;

/** What a command line asks of a process. */
public enum Command {
  ATTACH,
  RELOAD,
  STATUS,
  CHANNELS,
  DETACH
}
