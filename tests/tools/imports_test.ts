/**
 * Imports go one way: no module, and no folder of modules, imports itself
 * through others. Imports of types count: they are arrows to a reader too.
 */

import assert from "node:assert/strict";
import { modulesIn } from "../../tools/modules.ts";

const ROOT = new URL("../../", import.meta.url);

/** The programs whose modules are checked, tests aside. */
const PROGRAMS = ["src", "train", "bench", "tools"];

/** What each imports. */
type Graph = Map<string, Set<string>>;

/** Every module's imports within the repository, by path, as Deno resolves them. */
async function moduleGraph(): Promise<Graph> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(
      entry,
      modulesIn(PROGRAMS).map((path) => `import "${new URL(path, ROOT)}";\n`)
        .join(""),
    );
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", entry],
      cwd: ROOT,
    }).output();
    const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as {
      modules: {
        specifier: string;
        dependencies?: Record<"code" | "type", { specifier?: string }>[];
      }[];
    };
    const local = (specifier = ""): string[] =>
      specifier.startsWith(ROOT.href)
        ? [specifier.slice(ROOT.href.length)]
        : [];
    return new Map(
      modules.flatMap(({ specifier, dependencies = [] }) =>
        local(specifier).map((path) => [
          path,
          new Set(dependencies.flatMap(({ code, type }) => [
            ...local(code?.specifier),
            ...local(type?.specifier),
          ])),
        ])
      ),
    );
  } finally {
    await Deno.remove(entry);
  }
}

/** The same arrows between folders: `train/gan`, and a file beside them by itself. */
function folderGraph(modules: Graph): Graph {
  const folderOf = (path: string): string =>
    path.split("/").slice(0, 2).join("/");
  const folders: Graph = new Map();
  for (const [path, imports] of modules) {
    const from = folderOf(path);
    const all = folders.get(from) ?? new Set();
    for (const to of imports) if (folderOf(to) !== from) all.add(folderOf(to));
    folders.set(from, all);
  }
  return folders;
}

/** One circle of a graph, its first name repeated at the end; empty if there is none. */
function findCircle(graph: Graph): string[] {
  const remaining = new Map(graph);
  // A node whose imports are all gone is in no circle.
  for (let before = -1; before !== remaining.size;) {
    before = remaining.size;
    for (const [name, imports] of remaining) {
      if (![...imports].some((to) => remaining.has(to))) remaining.delete(name);
    }
  }
  const path: string[] = [];
  let [name] = remaining.keys();
  while (name !== undefined) {
    const seen = path.indexOf(name);
    path.push(name);
    if (seen >= 0) return path.slice(seen);
    name = [...remaining.get(name)!].find((to) => remaining.has(to));
  }
  return [];
}

Deno.test("findCircle() finds a circle, and none in a diamond", () => {
  const graph = (arrows: Record<string, string[]>): Graph =>
    new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)]));
  assert.deepEqual(
    findCircle(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] })),
    [],
  );
  assert.deepEqual(
    findCircle(graph({ a: ["b"], b: ["d", "c"], c: ["b"], d: [] })),
    ["b", "c", "b"],
  );
});

Deno.test("no module imports itself through others", async () => {
  const modules = await moduleGraph();
  assert.ok(modules.size > 100, `${modules.size} modules were found`);
  assert.deepEqual(findCircle(modules), []);
});

Deno.test("no folder imports itself through others", async () => {
  assert.deepEqual(findCircle(folderGraph(await moduleGraph())), []);
});
