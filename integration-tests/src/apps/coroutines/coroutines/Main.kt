package coroutines

import java.io.IOException
import java.util.concurrent.Executors
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.coroutineContext
import kotlin.coroutines.startCoroutine
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout

@JvmInline value class Token(val text: String)

/** Functions whose names in the class file are not those of the source. */
class Mangled {
  private var count = 0

  private fun answer(): String = if (++count < 3) throw IOException("failure") else "attempt $count"

  fun token(token: Token): String = answer()

  internal fun hidden(): String = answer()

  fun `with spaces (2)`(): String = answer()

  suspend fun later(token: Token): String { delay(1); return answer() }

  fun falls(token: Token): String = throw IOException("failure")

  fun spare(token: Token): String = "spare ${token.text}"

  suspend fun fallsLater(token: Token): String { delay(1); throw IOException("failure") }

  suspend fun spareLater(token: Token): String = "spare ${token.text}"

  fun `falls quoted`(): String = throw IOException("failure")

  fun `the spare one`(): String = "the spare one"
}

/** Fails twice and then answers; each scenario has one of its own. */
open class Clients {
  @Volatile var count = 0
  @Volatile var last: Throwable? = null

  private fun failure(): IOException {
    val failure = IOException("failure $count")
    last = failure
    return failure
  }

  suspend fun later(order: String, amount: Long): String {
    delay(1)
    if (++count < 3) throw failure()
    return "attempt $count of $order $amount"
  }

  suspend fun atOnce(order: String): String {
    if (++count < 3) throw failure()
    return "attempt $count of $order"
  }

  suspend fun afterSomeSteps(): String {
    var steps = 0
    for (i in 1..5) {
      delay(1)
      steps += i
    }
    if (++count < 3) throw failure()
    delay(1)
    return "attempt $count, steps $steps"
  }

  suspend fun always(): String {
    delay(1)
    ++count
    throw failure()
  }

  suspend fun notRetryable(): String {
    delay(1)
    ++count
    throw IllegalStateException("no")
  }

  suspend fun judged(): String {
    delay(1)
    return if (++count < 3) "busy" else "attempt $count"
  }

  suspend fun judgedAtOnce(): String = if (++count < 3) "busy" else "attempt $count"

  suspend fun alwaysBusy(): String {
    delay(1)
    return "busy ${++count}"
  }

  private suspend fun hidden(): String {
    delay(1)
    if (++count < 3) throw failure()
    return "attempt $count"
  }

  suspend fun callsHidden() = "called " + hidden()

  open suspend fun opened(): String {
    delay(1)
    if (++count < 3) throw failure()
    return "attempt $count"
  }

  suspend fun recursive(depth: Int): String {
    delay(1)
    if (depth > 0) return recursive(depth - 1)
    ++count
    throw failure()
  }

  suspend fun busyNumber(): Int {
    delay(1)
    return if (alwaysBusy().startsWith("busy")) 503 else 200
  }

  suspend fun busyElsewhere(): Int? = withContext(Dispatchers.IO) {
    if (busyNumber() == 503) null else 200
  }

  suspend fun busyThrown(): Int {
    delay(1)
    return if (alwaysBusy().startsWith("busy")) throw failure() else 200
  }

  suspend fun outer(): String {
    delay(1)
    return inner()
  }

  suspend fun inner(): String {
    delay(1)
    ++count
    throw failure()
  }

  suspend fun waitsLong(): String {
    delay(1)
    ++count
    throw failure()
  }

  suspend fun context(): String {
    delay(1)
    if (++count < 3) throw failure()
    return "${coroutineContext[CoroutineName]?.name} on ${Thread.currentThread().name.take(3)}"
  }

  suspend fun timesOut(): String =
    withTimeout(if (++count < 3) 5L else 10_000L) {
      delay(if (count < 3) 10_000L else 1L)
      "attempt $count"
    }

  suspend fun timesOutUnnamed(): String =
    withTimeout(5L) {
      ++count
      delay(10_000L)
      "attempt $count"
    }

  suspend fun withoutJob(): String {
    ++count
    throw failure()
  }

  suspend fun thousand(): String = throw IOException("thousand")

  suspend fun nothing() {
    delay(1)
    if (++count < 3) throw failure()
  }

  suspend fun inside(): String = withContext(Dispatchers.Default) {
    delay(1)
    if (++count < 3) throw failure()
    "attempt $count"
  }

  companion object {
    suspend fun ofClass(client: Clients): String = client.plain()
  }

  suspend fun plain(): String {
    delay(1)
    if (++count < 3) throw failure()
    return "attempt $count"
  }
}

suspend fun topLevel(client: Clients): String {
  delay(1)
  if (++client.count < 3) throw IOException("failure ${client.count}")
  return "attempt ${client.count}"
}

private fun scenario(name: String, run: suspend () -> Any?) {
  val outcome = try { runBlocking { run() } } catch (e: Throwable) { e }
  println("$name: $outcome")
}

private suspend fun failing(client: Clients, call: suspend () -> Any?): String =
  try {
    "returned ${call()}"
  } catch (e: Throwable) {
    val own = generateSequence(e) { it.cause }.any { it === client.last }
    (if (own) "the last of " else "another ($e) of ") + client.count
  }

private suspend fun cancelled(): String {
  val client = Clients()
  var ended: Throwable? = null
  val started = System.nanoTime()
  withContext(Dispatchers.Default) {
    val job: Job = launch {
      try { client.waitsLong() } catch (e: Throwable) { ended = e; throw e }
    }
    delay(300)
    job.cancelAndJoin()
  }
  val soon = System.nanoTime() - started < 900_000_000
  delay(1_200)
  return "${client.count} attempt, ${ended?.javaClass?.simpleName}, soon $soon"
}

/** A context that can't be asked for a job. */
private class Jobless : CoroutineContext by EmptyCoroutineContext {
  override fun <E : CoroutineContext.Element> get(key: CoroutineContext.Key<E>): E? =
    if (key === Job) throw IllegalStateException("no job") else null
}

private fun withoutJob(): String {
  val client = Clients()
  var ended: Result<String>? = null
  val call: suspend () -> String = { client.withoutJob() }
  call.startCoroutine(Continuation(Jobless()) { ended = it })
  return "${ended?.exceptionOrNull()?.message} of ${client.count}"
}

private suspend fun thousand(): String {
  val before = Thread.getAllStackTraces().size
  var more = 0
  val carrier = Executors.newSingleThreadExecutor { Thread(it, "carrier") }.asCoroutineDispatcher()
  val failed = withContext(carrier) {
    val calls = (1..1_000).map { async { runCatching { Clients().thousand() } } }
    delay(500)
    more = Thread.getAllStackTraces().size - before
    calls.awaitAll().count { it.isFailure }
  }
  carrier.close()
  return (if (more <= 5) "few more" else "$more more") + ", $failed ended"
}

fun main() {
  scenario("fails later") { Clients().later("x", 7) }
  scenario("fails without suspending") { Clients().atOnce("x") }
  scenario("fails after some steps") { Clients().afterSomeSteps() }
  scenario("last exception") { val c = Clients(); failing(c) { c.always() } }
  scenario("not retryable") {
    val c = Clients()
    try { c.notRetryable() } catch (e: IllegalStateException) { "${e.message} after ${c.count}" }
  }
  scenario("judged") { Clients().judged() }
  scenario("judged, without suspending") { Clients().judgedAtOnce() }
  scenario("judged, always busy") { Clients().alwaysBusy() }
  scenario("private") { Clients().callsHidden() }
  scenario("open") { Clients().opened() }
  scenario("top level") { topLevel(Clients()) }
  scenario("companion") { Clients.ofClass(Clients()) }
  scenario("recursion") { val c = Clients(); failing(c) { c.recursive(3) } }
  scenario("one of two layers") { val c = Clients(); failing(c) { c.outer() } }
  scenario("one of two layers, mapped") { val c = Clients(); "${c.busyNumber()} of ${c.count}" }
  scenario("one of three layers") { val c = Clients(); "${c.busyElsewhere()} of ${c.count}" }
  scenario("one of two layers, thrown") { val c = Clients(); failing(c) { c.busyThrown() } }
  scenario("cancelled while it waits") { cancelled() }
  scenario("context") {
    val own = Executors.newSingleThreadExecutor { Thread(it, "own") }.asCoroutineDispatcher()
    val said = withContext(own + CoroutineName("named")) { Clients().context() }
    own.close()
    said
  }
  scenario("unconfined") { withContext(Dispatchers.Unconfined) { Clients().later("x", 7) } }
  scenario("time-out of its own") { Clients().timesOut() }
  scenario("time-out that no rule names") {
    val c = Clients()
    try { c.timesOutUnnamed() } catch (e: TimeoutCancellationException) { "timed out after ${c.count}" }
  }
  scenario("value class") { Mangled().token(Token("t")) }
  scenario("internal") { Mangled().hidden() }
  scenario("quoted") { Mangled().`with spaces (2)`() }
  scenario("value class, suspending") { Mangled().later(Token("t")) }
  scenario("fallback of a value class") { Mangled().falls(Token("t")) }
  scenario("fallback of a value class, suspending") { Mangled().fallsLater(Token("t")) }
  scenario("quoted fallback") { Mangled().`falls quoted`() }
  scenario("returns nothing") { val c = Clients(); c.nothing(); "attempt ${c.count}" }
  scenario("inside of another context") { Clients().inside() }
  scenario("without a job") { withoutJob() }
  scenario("threads of 1000 waiting calls") { thousand() }
  System.exit(0)
}
