// Validates the manifest of a built site against the schema that tools use.
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const schema = read(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"));
const ajv = new Ajv({ allErrors: true, strict: false });
const manifest = read(new URL("built/custom-elements.json", import.meta.url));
if (!ajv.validate(schema, manifest)) {
  console.error(ajv.errorsText(undefined, { separator: "\n", dataVar: "custom-elements.json" }));
  process.exit(1);
}
