package dev.mulligan.rules.strategy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JDK's exceptions that rules often name, for checks and suggestions. */
final class JdkExceptions {

  /** The full names. */
  static final Set<String> NAMES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "java.lang.Exception",
                  "java.lang.RuntimeException",
                  "java.lang.Throwable",
                  "java.lang.Error",
                  "java.lang.ArithmeticException",
                  "java.lang.ArrayIndexOutOfBoundsException",
                  "java.lang.AssertionError",
                  "java.lang.ClassCastException",
                  "java.lang.ClassNotFoundException",
                  "java.lang.CloneNotSupportedException",
                  "java.lang.ExceptionInInitializerError",
                  "java.lang.IllegalArgumentException",
                  "java.lang.IllegalMonitorStateException",
                  "java.lang.IllegalStateException",
                  "java.lang.IndexOutOfBoundsException",
                  "java.lang.InterruptedException",
                  "java.lang.LinkageError",
                  "java.lang.NoClassDefFoundError",
                  "java.lang.NullPointerException",
                  "java.lang.NumberFormatException",
                  "java.lang.OutOfMemoryError",
                  "java.lang.ReflectiveOperationException",
                  "java.lang.SecurityException",
                  "java.lang.StackOverflowError",
                  "java.lang.UnsupportedOperationException",
                  "java.lang.VirtualMachineError",
                  "java.lang.reflect.InvocationTargetException",
                  "java.lang.reflect.UndeclaredThrowableException",
                  "java.io.EOFException",
                  "java.io.FileNotFoundException",
                  "java.io.IOException",
                  "java.io.InterruptedIOException",
                  "java.io.InvalidClassException",
                  "java.io.InvalidObjectException",
                  "java.io.NotSerializableException",
                  "java.io.ObjectStreamException",
                  "java.io.StreamCorruptedException",
                  "java.io.SyncFailedException",
                  "java.io.UncheckedIOException",
                  "java.io.UnsupportedEncodingException",
                  "java.net.BindException",
                  "java.net.ConnectException",
                  "java.net.HttpRetryException",
                  "java.net.MalformedURLException",
                  "java.net.NoRouteToHostException",
                  "java.net.PortUnreachableException",
                  "java.net.ProtocolException",
                  "java.net.SocketException",
                  "java.net.SocketTimeoutException",
                  "java.net.URISyntaxException",
                  "java.net.UnknownHostException",
                  "java.net.UnknownServiceException",
                  "java.net.http.HttpConnectTimeoutException",
                  "java.net.http.HttpTimeoutException",
                  "java.net.http.WebSocketHandshakeException",
                  "java.nio.BufferOverflowException",
                  "java.nio.BufferUnderflowException",
                  "java.nio.channels.AsynchronousCloseException",
                  "java.nio.channels.ClosedByInterruptException",
                  "java.nio.channels.ClosedChannelException",
                  "java.nio.channels.UnresolvedAddressException",
                  "java.nio.charset.CharacterCodingException",
                  "java.nio.file.AccessDeniedException",
                  "java.nio.file.FileAlreadyExistsException",
                  "java.nio.file.FileSystemException",
                  "java.nio.file.NoSuchFileException",
                  "java.rmi.ConnectException",
                  "java.rmi.RemoteException",
                  "java.rmi.UnmarshalException",
                  "java.security.GeneralSecurityException",
                  "java.sql.BatchUpdateException",
                  "java.sql.SQLDataException",
                  "java.sql.SQLException",
                  "java.sql.SQLFeatureNotSupportedException",
                  "java.sql.SQLIntegrityConstraintViolationException",
                  "java.sql.SQLInvalidAuthorizationSpecException",
                  "java.sql.SQLNonTransientConnectionException",
                  "java.sql.SQLNonTransientException",
                  "java.sql.SQLRecoverableException",
                  "java.sql.SQLSyntaxErrorException",
                  "java.sql.SQLTimeoutException",
                  "java.sql.SQLTransactionRollbackException",
                  "java.sql.SQLTransientConnectionException",
                  "java.sql.SQLTransientException",
                  "java.sql.SQLWarning",
                  "java.time.DateTimeException",
                  "java.time.format.DateTimeParseException",
                  "java.util.ConcurrentModificationException",
                  "java.util.NoSuchElementException",
                  "java.util.concurrent.BrokenBarrierException",
                  "java.util.concurrent.CancellationException",
                  "java.util.concurrent.CompletionException",
                  "java.util.concurrent.ExecutionException",
                  "java.util.concurrent.RejectedExecutionException",
                  "java.util.concurrent.TimeoutException",
                  "java.util.zip.DataFormatException",
                  "java.util.zip.ZipException",
                  "javax.naming.CommunicationException",
                  "javax.naming.NamingException",
                  "javax.naming.ServiceUnavailableException",
                  "javax.net.ssl.SSLException",
                  "javax.net.ssl.SSLHandshakeException",
                  "javax.net.ssl.SSLPeerUnverifiedException",
                  "javax.net.ssl.SSLProtocolException",
                  "javax.script.ScriptException",
                  "javax.transaction.xa.XAException")));

  private JdkExceptions() {}

  /**
   * Whether a name that begins with {@code java.} is not a class of this JDK. It looks up, without
   * initialising, only classes that are not listed here.
   */
  static boolean isMissing(String name) {
    return isToBeLookedUp(name) && find(name) == null;
  }

  /** Whether a name is of a class of this JDK that no exception can be of. */
  static boolean isNoException(String name) {
    Class<?> found = isToBeLookedUp(name) ? find(name) : null;
    return found != null && !found.isInterface() && !Throwable.class.isAssignableFrom(found);
  }

  private static boolean isToBeLookedUp(String name) {
    return name.startsWith("java.") && !NAMES.contains(name);
  }

  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
