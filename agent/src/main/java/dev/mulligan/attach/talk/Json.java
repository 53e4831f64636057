package dev.mulligan.attach.talk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.mulligan.json.PresentValues;

/** The JSON format of the agent's replies and of the command line's output for programs. */
public final class Json {

  /** Enum constants in lower case; an empty Optional is left out; nothing is HTML-escaped. */
  public static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .registerTypeAdapterFactory(new LowerCaseEnums())
          .registerTypeAdapterFactory(new PresentValues())
          .registerTypeAdapterFactory(new LenientRecords())
          .create();

  private Json() {}
}
