package dev.mulligan.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.delivery.LogLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final long MAX_SIZE = 64 * 1_024 * 1_024;
  private static final byte[] ORIGIN = bytes("this program");
  private static final List<Slot> SLOTS =
      List.of(new Slot(7, SlotState.OWED), new Slot(-8, SlotState.WAITING));

  @TempDir Path parent;

  private final LogLines log = new LogLines();
  private final AtomicLong nanos = new AtomicLong();
  private final List<Outbox> outboxes = new ArrayList<>();

  @AfterEach
  void close() {
    outboxes.forEach(Outbox::close);
  }

  @Test
  void givesBackWhatIsStored() throws IOException {
    Outbox outbox = outbox();
    StoredNotification first = store(outbox, "one");
    StoredNotification second = store(outbox, "two");

    assertThat(text(first)).isEqualTo("one");
    assertThat(text(second)).isEqualTo("two");
    assertThat(second.slots()).isEqualTo(SLOTS);
  }

  @Test
  void folderAndFilesAreForTheirOwnerOnly() throws IOException {
    store(outbox(), "one");

    assertThat(permissions(folder())).isEqualTo("rwx------");
    assertThat(permissions(files().get(0))).isEqualTo("rw-------");
  }

  @Test
  void anEarlierProcesssLeavingsAreTakenOverWithTheirStates() throws IOException {
    Path file = leftBy("one", "two", "three");
    Outbox outbox = outbox();
    try (RandomAccessFile left = new RandomAccessFile(file.toFile(), "rw")) {
      left.seek(firstFrame(left) + Frame.STATES_AT);
      left.write(SlotState.LOST.code());
    }
    List<StoredNotification> claimed = claim(outbox);

    assertThat(claimed).extracting(OutboxTest::text).containsExactly("one", "two", "three");
    assertThat(claimed.get(0).slots().get(0).state()).isEqualTo(SlotState.LOST);
    assertThat(claimed.get(1).slots().get(0).state()).isEqualTo(SlotState.OWED);
    assertThat(claimed.get(0).origin()).isEqualTo(ORIGIN);
    claimed.forEach(StoredNotification::finish);
    outbox.close();
    assertThat(files()).isEmpty();
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void whatIsFinishedIsNotTakenOver() throws IOException {
    Outbox earlier = outbox();
    StoredNotification done = store(earlier, "done");
    store(earlier, "owed");
    done.finish();
    earlier.close();

    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("owed");
  }

  @Test
  void aTailTornByAKillIsSkippedAndSaid() throws Exception {
    Path file = leftBy("one", "two");
    try (RandomAccessFile left = new RandomAccessFile(file.toFile(), "rw")) {
      left.setLength(left.length() - 1);
    }

    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("one");
    assertThat(log.next()).contains("that are not a notification, because its process was killed");
  }

  @Test
  void damageInTheMiddleCostsOnlyWhatItHit() throws IOException {
    Path file = leftBy("one", "two", "three");
    byte[] content = Files.readAllBytes(file);
    content[new String(content, StandardCharsets.ISO_8859_1).indexOf("two")] = 'x';
    Files.write(file, content);

    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("one", "three");
  }

  @Test
  void aFileThatIsNoOutboxIsLeftAlone() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("notes.outbox"), "milk, bread and other things");

    assertThat(claim(outbox())).isEmpty();
    assertThat(folder().resolve("notes.outbox")).hasContent("milk, bread and other things");
    assertThat(log.next()).contains("is not an outbox file of this version: ignored");
  }

  @Test
  void twoOutboxesOnOneFolderDoNotDisturbEachOther() throws IOException {
    Outbox one = outbox();
    Outbox other = outbox();
    StoredNotification ofOne = store(one, "of one");
    StoredNotification ofOther = store(other, "of other");

    assertThat(claim(one)).isEmpty();
    assertThat(claim(other)).isEmpty();
    assertThat(text(ofOne)).isEqualTo("of one");
    one.close();
    assertThat(claim(other)).extracting(OutboxTest::text).containsExactly("of one");
    assertThat(text(ofOther)).isEqualTo("of other");
  }

  @Test
  void anotherProgramsLeavingsAreLeftToItForAWeek() throws Exception {
    Path file = leftBy("one");
    Outbox outbox = inTestTime(JournalKind.NOTIFICATIONS);
    assertThat(outbox.claim(origin -> false)).isEmpty();
    assertThat(log.next())
        .contains("also contains 1 file of other programs, which only those programs send");

    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
    assertThat(outbox.claim(origin -> false)).isEmpty();
    assertThat(files()).hasSize(1);
    nanos.addAndGet(Sightings.WATCHED.toNanos());
    assertThat(outbox.claim(origin -> false)).isEmpty();
    assertThat(log.next()).contains("deleted: no process claimed it within 7 days");
    assertThat(files()).isEmpty();
  }

  @Test
  void openIncidentsAreTakenByTheNextProcessAndLaterByOneThatRan() throws IOException {
    Outbox earlier = inTestTime(JournalKind.INCIDENTS);
    store(earlier, "one");
    Outbox running = inTestTime(JournalKind.INCIDENTS);
    // Both are one process: the files of this one are not looked at until they are left.
    assertThat(claim(running)).isEmpty();
    earlier.close();
    assertThat(claim(running)).isEmpty();
    nanos.addAndGet(Claiming.LEFT_TO_SUCCESSOR.toNanos() - 1);
    assertThat(claim(running)).isEmpty();
    Outbox next = inTestTime(JournalKind.INCIDENTS);
    assertThat(claim(next)).extracting(OutboxTest::text).containsExactly("one");
    next.close();

    assertThat(claim(running)).isEmpty();
    nanos.addAndGet(Claiming.LEFT_TO_SUCCESSOR.toNanos());
    assertThat(claim(running)).extracting(OutboxTest::text).containsExactly("one");
  }

  @Test
  void anEntryIsReplaced() throws IOException {
    Outbox outbox = outbox();
    StoredNotification first = store(outbox, "first");
    StoredNotification second = outbox.replace(first, bytes("second"), SLOTS).orElseThrow();
    assertThat(second.isIn(outbox)).isTrue();
    outbox.close();

    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("second");
  }

  @Test
  void knowsWhatOthersOwe() throws IOException {
    Outbox other = outbox();
    StoredNotification stored = store(other, "one");
    stored.mark(1, SlotState.DELIVERED);
    other.close();

    assertThat(outbox().isOwedElsewhere(7)).isTrue();
    assertThat(outbox().isOwedElsewhere(-8)).isFalse();
    assertThat(outbox().isOwedElsewhere(9)).isFalse();
  }

  @Test
  void theFileIsEmptiedWhenNothingIsOwedAndGoneAfterAClose() throws IOException {
    Outbox outbox = outbox();
    List<StoredNotification> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(store(outbox, "number " + i));
    }
    all.forEach(StoredNotification::finish);
    assertThat(Files.size(files().get(0))).isLessThan(50);

    outbox.close();
    assertThat(files()).isEmpty();
  }

  @Test
  void beyondItsSizeItTakesNothingAndSaysSo() throws Exception {
    Outbox outbox = outbox(10_000);
    List<StoredNotification> stored = new ArrayList<>();
    Optional<StoredNotification> next = outbox.store(new byte[1_000], SLOTS);
    while (next.isPresent()) {
      stored.add(next.get());
      next = outbox.store(new byte[1_000], SLOTS);
    }

    assertThat(stored).hasSize(9);
    assertThat(log.next()).contains("Notifications in memory only so far: 1", "max-size of 9 KB");
    stored.forEach(StoredNotification::finish);
    assertThat(outbox.store(new byte[1_000], SLOTS)).isPresent();
  }

  @Test
  void oneThatWaitsLongDoesNotKeepTheSpaceOfTheOthers() throws IOException {
    Outbox outbox = outbox(1_024 * 1_024);
    StoredNotification waiting = store(outbox, "waiting");
    for (int i = 0; i < 5_000; i++) {
      outbox.store(new byte[1_000], SLOTS).orElseThrow().finish();
    }

    assertThat(text(waiting)).isEqualTo("waiting");
    assertThat(outbox.memoryOnly()).isZero();
    assertThat(files()).hasSizeLessThan(3);
    outbox.close();
    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("waiting");
  }

  @Test
  void aFolderThatIsAFileIsSaidOnceWithTheRemedy() throws Exception {
    Files.writeString(folder(), "");
    Outbox outbox = outbox();

    assertThat(outbox.store(bytes("one"), SLOTS)).isEmpty();
    assertThat(outbox.store(bytes("two"), SLOTS)).isEmpty();
    assertThat(outbox.memoryOnly()).isEqualTo(2);
    assertThat(log.next())
        .isEqualTo(
            "WARNING The outbox "
                + folder()
                + " cannot be used, notifications are kept in memory only (next attempt in a"
                + " minute):"
                + " it is a file, not a folder; name a folder in notifications.outbox.dir");
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void aFolderInWhichEverybodyMayWriteIsRefusedWithTheReason() throws Exception {
    Files.createDirectory(folder());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Outbox outbox = outbox();

    assertThat(outbox.store(bytes("one"), SLOTS)).isEmpty();
    assertThat(claim(outbox)).isEmpty();
    assertThat(log.next())
        .contains(
            "every user may write in it and could plant notifications; name a folder that only the"
                + " process's user may write in");
  }

  @Test
  void aFolderThatIsDeletedIsMadeAgain() throws IOException {
    Outbox outbox = outbox();
    StoredNotification before = store(outbox, "before");
    Files.delete(files().get(0));
    Files.delete(folder());
    store(outbox, "after");

    assertThat(text(before)).isEqualTo("before");
    outbox.close();
    assertThat(claim(outbox())).extracting(OutboxTest::text).containsExactly("after");
  }

  @Test
  void anInterruptedThreadStoresToo() throws IOException {
    Outbox outbox = outbox();
    Thread.currentThread().interrupt();
    StoredNotification stored = store(outbox, "one");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(text(stored)).isEqualTo("one");
    store(outbox, "two");
  }

  private Outbox outbox() {
    return outbox(MAX_SIZE);
  }

  private Outbox outbox(long maxSize) {
    Outbox outbox = new Outbox(folder(), maxSize, ORIGIN, log.log());
    outboxes.add(outbox);
    return outbox;
  }

  private Outbox inTestTime(JournalKind kind) {
    Outbox outbox =
        new Outbox(
            folder(),
            MAX_SIZE,
            ORIGIN,
            kind,
            kind.suffix(),
            log.log(),
            nanos::get,
            Clock.systemUTC());
    outboxes.add(outbox);
    return outbox;
  }

  /** The file of a process that has ended. */
  private Path leftBy(String... payloads) throws IOException {
    Outbox earlier = outbox();
    for (String payload : payloads) {
      store(earlier, payload);
    }
    earlier.close();
    return files().get(0);
  }

  private Path folder() {
    return parent.resolve("outbox");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    }
  }

  private static StoredNotification store(Outbox outbox, String payload) {
    return outbox.store(bytes(payload), SLOTS).orElseThrow();
  }

  private static List<StoredNotification> claim(Outbox outbox) {
    return outbox.claim(origin -> true);
  }

  private static long firstFrame(RandomAccessFile file) throws IOException {
    file.seek(8);
    return 12L + file.readInt();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String text(StoredNotification stored) {
    try {
      return new String(stored.payload(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
