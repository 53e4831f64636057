package dev.mulligan.weave.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Caches, for the types that classes extend or implement, whether a pattern names them or one of
 * their supertypes. A lookup uses the bytes of a class file, takes no lock and creates no object;
 * thousands of classes share a few hundred parents.
 */
final class ParentVerdicts {

  private static final byte[] JAVA = "java/".getBytes(StandardCharsets.US_ASCII);

  private final Predicate<String> judge;
  private final boolean jdkMayMatter;
  private volatile @Nullable Verdict[] slots = new Verdict[64];
  private int size;

  private static final class Verdict {
    private final byte[] name;
    private final int hash;
    private final boolean matters;

    Verdict(String internalName, boolean matters) {
      this.name = internalName.getBytes(StandardCharsets.UTF_8);
      this.hash = hash(name, 0, name.length);
      this.matters = matters;
    }
  }

  /**
   * @param judge gets the name in the form of {@link Class#getName}
   * @param jdkMayMatter whether a pattern may name a type whose name begins with {@code java.}
   */
  ParentVerdicts(Predicate<String> judge, boolean jdkMayMatter) {
    this.judge = judge;
    this.jdkMayMatter = jdkMayMatter;
  }

  /** Whether one of a class's parents may matter, according to the cache alone. */
  boolean mayMatter(ClassFileSkim skim) {
    for (int i = 0; i < skim.parents(); i++) {
      int name = skim.parent(i);
      if (!cannotMatter(skim, name)) {
        Verdict known = find(skim.bytes(), name, skim.length(name));
        if (known == null || known.matters) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of a class's parents matters; judges parents that are not cached. */
  boolean matter(ClassFileSkim skim) {
    for (int i = 0; i < skim.parents(); i++) {
      int name = skim.parent(i);
      if (!cannotMatter(skim, name)) {
        Verdict known = find(skim.bytes(), name, skim.length(name));
        if (known == null ? judge(skim.text(name)) : known.matters) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a parent cannot matter: types of the JDK extend only types of the JDK. */
  private boolean cannotMatter(ClassFileSkim skim, int name) {
    return !jdkMayMatter && skim.startsWith(name, JAVA);
  }

  private boolean judge(String internalName) {
    boolean matters = judge.test(internalName.replace('/', '.'));
    add(new Verdict(internalName, matters));
    return matters;
  }

  private @Nullable Verdict find(byte[] bytes, int from, int length) {
    @Nullable Verdict[] table = slots;
    int hash = hash(bytes, from, length);
    for (int slot = hash & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
      Verdict verdict = table[slot];
      if (verdict == null || (verdict.hash == hash && isSame(verdict.name, bytes, from, length))) {
        return verdict;
      }
    }
  }

  private static boolean isSame(byte[] name, byte[] bytes, int from, int length) {
    return Arrays.equals(name, 0, name.length, bytes, from, from + length);
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }

  private synchronized void add(Verdict verdict) {
    if (find(verdict.name, 0, verdict.name.length) != null) {
      return;
    }
    @Nullable Verdict[] table = slots;
    if (2 * ++size > table.length) {
      table = new Verdict[2 * table.length];
      for (Verdict each : slots) {
        put(table, each);
      }
    } else {
      table = table.clone();
    }
    put(table, verdict);
    slots = table;
  }

  private static void put(@Nullable Verdict[] table, @Nullable Verdict verdict) {
    if (verdict == null) {
      return;
    }
    int slot = verdict.hash & (table.length - 1);
    while (table[slot] != null) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = verdict;
  }
}
