package coroutines

import java.io.IOException
import java.util.concurrent.atomic.AtomicInteger
import kotlin.coroutines.coroutineContext
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout

/** What stands around the retry; each scenario has one of its own. */
class Guarded {
  private val attempts = AtomicInteger()
  val events = ArrayList<String>()
  val count
    get() = attempts.get()

  private suspend fun fail(): Nothing {
    delay(1)
    throw IOException("${attempts.incrementAndGet()}")
  }

  private suspend fun never(): String {
    val attempt = attempts.incrementAndGet()
    try {
      delay(60_000)
      return "never"
    } finally {
      withContext(NonCancellable) { delay(20) }
      synchronized(events) { events += "left $attempt" }
    }
  }

  suspend fun text(): String = fail()

  suspend fun textAtOnce(): String = throw IOException("at once")

  suspend fun number(): Int = fail()

  suspend fun nothing() {
    fail()
  }

  suspend fun rate(currency: String, factor: Int): String = fail()

  private suspend fun cachedRate(currency: String, factor: Int): String {
    delay(1)
    return "$currency$factor after $count"
  }

  suspend fun alsoFailing(): String = fail()

  private suspend fun failsToo(): String {
    delay(1)
    throw IOException("the fallback's own")
  }

  suspend fun bug(): String {
    delay(1)
    throw IllegalArgumentException("a bug")
  }

  suspend fun busy(): String {
    delay(1)
    return "busy ${attempts.incrementAndGet()}"
  }

  suspend fun lateAtFirst(): String {
    if (count == 0) return never()
    synchronized(events) { events += "again" }
    return "attempt ${attempts.incrementAndGet()}"
  }

  suspend fun late(): String = never()

  suspend fun lateQuote(): String = never()

  suspend fun blocking(): String {
    delay(1)
    val attempt = attempts.incrementAndGet()
    if (attempt == 1) Thread.sleep(200)
    return "attempt $attempt"
  }

  suspend fun patient(): String {
    delay(1)
    return "fine"
  }

  suspend fun patientAtOnce(): String = "fine at once"

  suspend fun pay(): String = fail()

  suspend fun ask(): String = "ok"

  suspend fun askOnce(): String = "ok"

  suspend fun crowded(answer: Deferred<String>): String = answer.await()

  suspend fun queued(): String {
    delay(5)
    return "ok"
  }

  suspend fun place(): String = never()

  suspend fun waiting(answer: Deferred<String>): String {
    attempts.incrementAndGet()
    return answer.await()
  }

  suspend fun backsOff(): String = fail()

  suspend fun nested(depth: Int): String {
    delay(1)
    return if (depth == 0) "depth 0" else nested(depth - 1) + ""
  }

  suspend fun retriedInPlace(): String {
    if (count < 2) fail()
    return "attempt ${attempts.incrementAndGet()}"
  }

  suspend fun context(): String {
    if (count < 2) fail()
    return "${coroutineContext[CoroutineName]?.name}"
  }

  suspend fun timesOut(): String =
    withTimeout(if (attempts.incrementAndGet() < 3) 5L else 10_000L) {
      delay(if (count < 3) 10_000L else 1L)
      "attempt $count"
    }
}

private suspend fun get(call: suspend () -> Any?): Any? =
  try {
    withTimeout(20_000) { call() }
  } catch (thrown: CancellationException) {
    thrown.javaClass.simpleName
  } catch (thrown: Throwable) {
    thrown
  }

private suspend fun lateOnce(): String {
  val own = Guarded()
  return "${get { own.lateAtFirst() }}, ${own.events}"
}

private suspend fun payTenTimes(): String {
  val own = Guarded()
  val all = (1..10).map { get { own.pay() }!!.javaClass.simpleName[0] }
  return all.joinToString("") + " " + own.count
}

private suspend fun askPatiently(): String {
  val own = Guarded()
  val start = System.nanoTime()
  val all = (1..3).map { own.ask() }
  return "$all waits ${System.nanoTime() - start >= 200_000_000}"
}

private suspend fun together(): String =
  withContext(Dispatchers.Default) {
    val own = Guarded()
    val answer = CompletableDeferred<String>()
    val all = (1..4).map { async { get { own.crowded(answer) } } }
    delay(100)
    answer.complete("ok")
    val seen = all.awaitAll().map { if (it is String) it else it!!.javaClass.simpleName }.sorted()
    "$seen then ${own.crowded(answer)}"
  }

private suspend fun queue(): String =
  withContext(Dispatchers.Default) {
    val own = Guarded()
    own.queued()
    val before = Thread.getAllStackTraces().size
    val all = (1..100).map { async { own.queued() } }
    delay(50)
    val more = Thread.getAllStackTraces().size - before
    "${all.awaitAll().size}, few threads more ${more <= 4}"
  }

private suspend fun cancelledInPlace(): String =
  withContext(Dispatchers.Default) {
    val own = Guarded()
    val first = launch { own.place() }
    delay(50)
    val second = get { own.place() }!!.javaClass.simpleName
    first.cancel()
    first.join()
    val third = launch { own.place() }
    delay(50)
    val left = "${own.events}"
    third.cancel()
    third.join()
    "$second, $left, attempts ${own.count}"
  }

private suspend fun cancelledInQueue(): String =
  withContext(Dispatchers.Default) {
    val own = Guarded()
    val answer = CompletableDeferred<String>()
    val first = async { own.waiting(answer) }
    delay(50)
    val second = async { get { own.waiting(answer) } }
    delay(50)
    val third = async { own.waiting(answer) }
    delay(50)
    second.cancel()
    second.join()
    answer.complete("ok")
    "${first.await()} ${third.await()}, attempts ${own.count}, ${second.isCancelled}"
  }

private suspend fun cancelledInBackOff(): String =
  withContext(Dispatchers.Default) {
    val own = Guarded()
    repeat(2) {
      val call = launch { own.backsOff() }
      while (own.count <= it) delay(5)
      delay(20)
      call.cancel()
      call.join()
    }
    "${own.count} attempts"
  }

private suspend fun threadOfAFirstAttempt(): String {
  val before = Thread.currentThread()
  val own = Guarded()
  own.patientAtOnce()
  return "the same ${before === Thread.currentThread()}"
}

fun main() {
  val scenarios =
    linkedMapOf<String, suspend () -> Any?>(
      "fallback to a text" to { get { Guarded().text() } },
      "fallback without suspending" to { get { Guarded().textAtOnce() } },
      "fallback to a number" to { get { Guarded().number() + 1 } },
      "fallback to nothing" to { get { Guarded().nothing() } },
      "fallback to a method" to { get { Guarded().rate("EUR", 2) } },
      "fallback method that fails" to { get { Guarded().alsoFailing() } },
      "fallback hides no bug" to { get { Guarded().bug() } },
      "judged, fallback" to { get { Guarded().busy() } },
      "late once" to { lateOnce() },
      "always late" to { get { Guarded().late() } },
      "late, fallback" to { get { Guarded().lateQuote() } },
      "late and blocking" to { get { Guarded().blocking() } },
      "in time" to { get { Guarded().patient() + ", " + Guarded().patientAtOnce() } },
      "time-out of its own" to { get { Guarded().timesOut() } },
      "pay ten times" to { payTenTimes() },
      "ask patiently" to { askPatiently() },
      "ask too much" to { "${get { Guarded().askOnce() }}, ${get { Guarded().askOnce() }}" },
      "four at a time" to { together() },
      "a hundred in a queue" to { queue() },
      "cancelled in its place" to { cancelledInPlace() },
      "cancelled in the queue" to { cancelledInQueue() },
      "cancelled in the back-off" to { cancelledInBackOff() },
      "inside of itself" to { get { Guarded().nested(3) } },
      "retried in its place" to { get { Guarded().retriedInPlace() } },
      "context" to { withContext(CoroutineName("named")) { get { Guarded().context() } } },
      "thread of a first attempt" to { threadOfAFirstAttempt() },
    )
  scenarios.forEach { (name, scenario) ->
    val outcome =
      try {
        runBlocking { scenario() }
      } catch (thrown: Throwable) {
        thrown
      }
    println("$name: $outcome")
  }
  System.exit(0)
}
