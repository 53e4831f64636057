package dev.mulligan.rules;

/** A key of the rule file, and whether this version does what it says. */
record Key(String name, Support support) {

  /** What this version does with a key. */
  enum Support {
    WORKS,
    /** Only {@code off} is accepted: this version does not have what it would switch on. */
    ONLY_OFF,
    /** Refused, and said to come later: a key that is silently ignored is a trap. */
    LATER
  }

  static Key works(String name) {
    return new Key(name, Support.WORKS);
  }

  static Key onlyOff(String name) {
    return new Key(name, Support.ONLY_OFF);
  }

  static Key later(String name) {
    return new Key(name, Support.LATER);
  }
}
