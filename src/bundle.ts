/**
 * Bundles src/start.ts, which main.ts runs, into bundle/: `deno run -A
 * src/bundle.ts`, and with `--check` only compares.
 *
 * It is NOT run when serving: the bundle is committed, and CI checks that it
 * matches its sources.
 *
 * @module
 */

import { type Node, parse } from "acorn";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ENTRY = new URL("./start.ts", import.meta.url);
const FOLDER = new URL("../bundle/", import.meta.url);

/** What the scripts are written in. */
const SYNTAX = { ecmaVersion: 2025, sourceType: "module" } as const;

/** Texts of scripts by their names. */
export type Scripts = ReadonlyMap<string, string>;

/**
 * Bundles the service: `start.js`, which holds all that the first answer needs,
 * and a chunk for each part that is loaded later.
 *
 * @returns The scripts, by name.
 * @throws {Error} If `deno bundle` fails, with what it printed.
 */
export async function bundleService(): Promise<Scripts> {
  const folder = await Deno.makeTempDir();
  try {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["bundle", "--quiet", "--minify", "--code-splitting"],
        `--outdir=${folder}`,
        fileURLToPath(ENTRY),
      ],
    }).output();
    if (!success) {
      const told = new TextDecoder().decode(stderr);
      throw new Error(`deno bundle failed: ${told}`);
    }
    const scripts = renamed(await readScripts(folder));
    for (const name of atStart(scripts)) {
      scripts.set(name, eagerFunctions(scripts.get(name)!));
    }
    return scripts;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The name by which one script imports another: `"./png-VSBDOZNQ.js"`. */
const IMPORTED = /"\.\/(?:chunk|([\w-]+))-[0-9A-Z]{8}\.js"/g;

/**
 * Gives scripts plain names. The bundler's are hashes that depend on where the
 * repository and the packages lie.
 */
function renamed(scripts: Scripts): Map<string, string> {
  const names = new Map([["./start.js", "./start.js"]]);
  const result = new Map<string, string>();
  let chunks = 0;
  for (const [path, name] of names) {
    const text = scripts.get(path.slice(2))!;
    for (const [quoted, module] of text.matchAll(IMPORTED)) {
      const found = quoted.slice(1, -1);
      if (names.has(found)) continue;
      names.set(found, `./${module ?? `chunk_${++chunks}`}.js`);
    }
    const rewritten = text.replaceAll(
      IMPORTED,
      (quoted) => JSON.stringify(names.get(quoted.slice(1, -1))),
    );
    result.set(name.slice(2), rewritten);
  }
  if (result.size !== scripts.size) {
    throw new Error(
      `${scripts.size} scripts have ${result.size} names: ` +
        [...names.values()].join(", "),
    );
  }
  return withoutEmpty(new Map([...result].sort(([a], [b]) => a < b ? -1 : 1)));
}

/** Leaves out scripts in which nothing is, and their imports. */
function withoutEmpty(scripts: Scripts): Map<string, string> {
  const result = new Map(scripts);
  for (const [name, text] of scripts) {
    if (text.trim() !== "") continue;
    result.delete(name);
    for (const [other, code] of result) {
      result.set(other, code.replaceAll(`import"./${name}";`, ""));
    }
  }
  return result;
}

/** The names of the scripts that are loaded before the first answer. */
export function atStart(scripts: Scripts): ReadonlySet<string> {
  const names = new Set(["start.js"]);
  for (const name of names) {
    const text = scripts.get(name)!;
    for (const node of parse(text, SYNTAX).body) {
      if (node.type !== "ImportDeclaration") continue;
      const from = String(node.source.value);
      if (from.startsWith("./")) names.add(from.slice(2));
    }
  }
  return names;
}

/** The scripts in a folder, in order of their names. */
export async function readScripts(
  folder: string,
): Promise<Map<string, string>> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const scripts = new Map<string, string>();
  for (const name of names.sort()) {
    scripts.set(name, await Deno.readTextFile(join(folder, name)));
  }
  return scripts;
}

/**
 * Rewrites a module so that V8 compiles its functions when it loads it, and not
 * each at its first call. So they are in the code that Deno keeps of a module
 * it has loaded once, and later starts compile next to nothing.
 *
 * V8 takes a function in parentheses for one to compile at once. Arrow functions
 * get them where they stand. A declaration cannot have them, so at the top
 * `function f() {}` becomes `const f = (function f() {})`. All of these come
 * before all else: a declaration can be used before its place.
 *
 * @param text A module's text; other declarations and methods stay as they are.
 * @returns A module that does the same.
 *
 * @example
 * ```ts
 * import { eagerFunctions } from "./bundle.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   eagerFunctions("export const a = f(); function f() { return 1; }"),
 *   "const f=(function f() { return 1; });\nexport const a = f();\n",
 * );
 * ```
 */
export function eagerFunctions(text: string): string {
  const { body } = parse(text, SYNTAX);
  const imports: string[] = [];
  const functions: string[] = [];
  const others: string[] = [];
  for (const node of body) {
    const code = parenthesized(text, node);
    if (node.type === "ImportDeclaration") imports.push(code);
    else if (node.type === "FunctionDeclaration") {
      functions.push(`const ${node.id.name}=(${code});`);
    } else others.push(code);
  }
  return [...imports, ...functions, ...others, ""].join("\n");
}

/** The text of a node, the function expressions in it in parentheses. */
function parenthesized(text: string, node: Node): string {
  const marks: [number, string][] = [];
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    const { type, start, end } = value as Partial<Node>;
    const wrap = type === "ArrowFunctionExpression";
    if (wrap) marks.push([start!, "("]);
    Object.values(value).forEach(visit);
    if (wrap) marks.push([end!, ")"]);
  };
  visit(node);
  let code = "";
  let at = node.start;
  for (const [place, mark] of marks.sort(([a], [b]) => a - b)) {
    code += text.slice(at, place) + mark;
    at = place;
  }
  return code + text.slice(at, node.end);
}

/** Names of scripts that are missing, superfluous or otherwise. */
function differences(found: Scripts, expected: Scripts): string[] {
  const names = new Set([...found.keys(), ...expected.keys()]);
  return [...names].filter((name) => found.get(name) !== expected.get(name));
}

if (import.meta.main) {
  const folder = fileURLToPath(FOLDER);
  const scripts = await bundleService();
  if (Deno.args.includes("--check")) {
    const other = differences(await readScripts(folder), scripts);
    if (other.length === 0) console.log("bundle/ matches its sources");
    else {
      console.error(
        `bundle/ does not match its sources (${other.join(", ")}). ` +
          "Run: deno task build:server",
      );
      Deno.exitCode = 1;
    }
  } else {
    await Deno.remove(folder, { recursive: true }).catch(() => {});
    await Deno.mkdir(folder);
    for (const [name, text] of scripts) {
      await Deno.writeTextFile(join(folder, name), text);
      console.log(`bundle/${name}: ${text.length} characters`);
    }
  }
}
