// Reads the JSON body of an Execute Webhook request and says, one a line, what Discord's published schema
// (npm discord-api-spec, made from Discord's OpenAPI document) has against it; nothing when it allows it.
import { readFileSync } from "node:fs";
import { IncomingWebhookRequestPartialSchema as schema } from "discord-api-spec/zod";

const body = JSON.parse(readFileSync(0, "utf8"));
const result = schema.safeParse(body);
if (result.success) {
  unknown("", body, result.data);
} else {
  result.error.issues.forEach((issue) => console.log(`${issue.path.join(".")}: ${issue.message}`));
}

// What the schema does not know is missing in its result.
function unknown(path, sent, known) {
  if (sent === null || typeof sent !== "object") return;
  for (const name of Object.keys(sent)) {
    if (known === null || typeof known !== "object" || !(name in known)) {
      console.log(`${path}${name}: unknown`);
    } else {
      unknown(`${path}${name}.`, sent[name], known[name]);
    }
  }
}
