package dev.mulligan.attach.talk;

/** A command that the command line sends to the agent in a process. */
public enum Command {
  ATTACH,
  RELOAD,
  STATUS,
  CHANNELS,
  DETACH
}
