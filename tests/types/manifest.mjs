// Holds the manifest to the schema that its readers go by.
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const schema = read(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"));
const ajv = new Ajv({ allErrors: true, strict: false });
const manifest = read(new URL("../../src/embed/custom-elements.json", import.meta.url));
if (!ajv.validate(schema, manifest)) {
  console.error(ajv.errorsText(undefined, { separator: "\n", dataVar: "custom-elements.json" }));
  process.exit(1);
}
