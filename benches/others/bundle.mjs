// Joins the files of a CommonJS package into one module that a browser can load: bundle.mjs FOLDER >FILE
import { readdirSync, readFileSync } from "node:fs";

const [, , folder] = process.argv;
const files = readdirSync(folder).filter((file) => /(?<!\.test)\.js$/.test(file));
const wrapped = files.map((file) => {
  const name = JSON.stringify(`./${file.replace(/\.js$/, "")}`);
  return `${name}(exports, require) {\n${readFileSync(`${folder}/${file}`, "utf8")}\n},`;
});
console.log(`const files = {\n${wrapped.join("\n")}\n};
const made = {};
const require = (name) => {
  if (!made[name]) files[name]((made[name] = {}), require);
  return made[name];
};
export default require("./index");`);
