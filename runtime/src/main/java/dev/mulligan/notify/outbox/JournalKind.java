package dev.mulligan.notify.outbox;

/** What a journal holds. Each kind has files of its own in the folder. */
public enum JournalKind {
  NOTIFICATIONS(".outbox", "outbox file", "a notification"),
  /** Only the program that wrote them searches for them, so that their names tell the program. */
  INCIDENTS(JournalKind.INCIDENTS_SUFFIX, "file of open incidents", "an incident");

  /** A constant, so that looking for such files before the start loads no class. */
  public static final String INCIDENTS_SUFFIX = ".incidents";

  private final String suffix;
  private final String file;
  private final String entry;

  JournalKind(String suffix, String file, String entry) {
    this.suffix = suffix;
    this.file = file;
    this.entry = entry;
  }

  /** Returns the end of the names of its files. */
  public String suffix() {
    return suffix;
  }

  /** Returns what the log calls such a file. */
  String file() {
    return file;
  }

  /** Returns what the log calls one entry, with its article. */
  String entry() {
    return entry;
  }
}
