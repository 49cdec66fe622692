import assert from "node:assert/strict";

const TOP = new URL("../", import.meta.url);

/** Pages for readers; docs/measurements/ has no limit on words. */
const PAGES = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs/")];
const ALL_PAGES = [...PAGES, ...markdownIn("docs/measurements/")];

const MOST_WORDS = 800;

/** Folders that a path in the documentation starts with. */
const PATH =
  /(?<![\w./:-])(?:src|train|tests|bench|tools|docs|models|static)\/[\w./-]*/g;

/** Options of commands other than `deno task train`. */
const OTHER_OPTIONS = [
  "--check",
  "--parallel",
];

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, TOP));
}

function markdownIn(folder: string): string[] {
  return [...Deno.readDirSync(new URL(folder, TOP))]
    .filter(({ isFile, name }) => isFile && name.endsWith(".md"))
    .map(({ name }) => folder + name);
}

function exists(path: string, base: string | URL = TOP): boolean {
  try {
    return Deno.statSync(new URL(path, base)) !== undefined;
  } catch {
    return false;
  }
}

/** Code spans and the lines of code blocks. */
function codeOf(text: string): string[] {
  const blocks = text.match(/^```[^]*?^```/gm) ?? [];
  const prose = text.replace(/^```[^]*?^```/gm, "");
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
  return [...spans, ...blocks.flatMap((block) => block.split("\n"))];
}

/** The anchors of a page's headings, as GitHub names them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!.toLowerCase().replace(/[^\w\- ]/g, "").replaceAll(" ", "-")
  );
}

/** The sources of a folder as one text. */
function sourcesIn(folder: string): string {
  return [...Deno.readDirSync(new URL(folder, TOP))].map((entry) => {
    if (entry.isDirectory) return sourcesIn(`${folder}${entry.name}/`);
    return /\.tsx?$/.test(entry.name) ? read(folder + entry.name) : "";
  }).join("\n");
}

for (const page of PAGES) {
  Deno.test(`${page} has at most ${MOST_WORDS} words`, () => {
    const words = read(page).split(/\s+/).filter((word) => /\w/.test(word));
    assert.ok(words.length <= MOST_WORDS, `${words.length} words`);
  });
}

Deno.test("links in the documentation lead somewhere", () => {
  for (const page of ALL_PAGES) {
    for (const [, link] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link!)) continue;
      const [path, anchor] = link!.split("#") as [string, string?];
      const target = path === "" ? page : path;
      const url = new URL(target, new URL(path === "" ? "" : page, TOP));
      assert.ok(exists(url.href), `${page}: ${link}`);
      if (anchor !== undefined) {
        const anchors = anchorsOf(Deno.readTextFileSync(url));
        assert.ok(anchors.includes(anchor), `${page}: ${link}`);
      }
    }
  }
});

Deno.test("files and folders named in the documentation exist", () => {
  for (const page of ALL_PAGES) {
    for (const code of codeOf(read(page))) {
      for (const [path] of code.matchAll(PATH)) {
        assert.ok(exists(path.replace(/\.$/, "")), `${page}: ${path}`);
      }
    }
  }
});

Deno.test("the tree in docs/architecture.md names what there is", () => {
  const [tree] = read("docs/architecture.md").match(/^```\n[^]*?^```/m)!;
  let folder = "";
  let lines = 0;
  for (const line of tree.split("\n")) {
    const [, indent, name] = /^( {0,2})([\w.]+\/?)(?= |$)/.exec(line) ?? [];
    if (name === undefined) continue;
    if (indent === "") folder = name.endsWith("/") ? name : "";
    const path = indent === "" ? name : folder + name;
    assert.ok(exists(path), path);
    lines++;
  }
  assert.ok(lines > 20, `${lines} lines`);
});

Deno.test("docs/measurements/errors.md is about the served recognizer", async () => {
  const bytes = Deno.readFileSync(
    new URL("models/recognizer.safetensors", TOP),
  );
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const name = `recognizer-${hash.toHex().slice(0, 8)}`;
  assert.ok(read("docs/measurements/errors.md").includes(name), name);
});

Deno.test("tasks named in the documentation exist", () => {
  const { tasks } = JSON.parse(read("deno.json"));
  let count = 0;
  for (const page of ALL_PAGES) {
    const text = read(page);
    for (const [, task] of text.matchAll(/deno(?:@[\d.]+)? task ([\w:]+)/g)) {
      assert.ok(Object.hasOwn(tasks, task!), `${page}: deno task ${task}`);
      count++;
    }
  }
  assert.ok(count > 20, `${count} tasks`);
});

Deno.test("options and presets named in the documentation exist", () => {
  const table = read("train/cli/options.ts");
  const options = [
    ...table.matchAll(/flags: "(--[\w-]+)/g),
    ...read("train/evaluate.ts").matchAll(/"(--[\w-]+)/g),
    ...read("train/evaluate/pictures/main.ts").matchAll(/"(--[\w-]+)/g),
  ].map(([, name]) => name!);
  assert.ok(options.includes("--preset"), options.join());
  const [, names] = /PRESET_NAMES = \[(.*?)\]/.exec(read("train/presets.ts"))!;
  const presets = JSON.parse(`[${names}]`);
  for (const page of ALL_PAGES) {
    const text = read(page);
    for (const code of codeOf(text)) {
      if (!/^(--|deno task train\b)/.test(code)) continue;
      for (const [option] of code.matchAll(/--[a-z][\w-]*/g)) {
        const known = option === "--help" || options.includes(option) ||
          option.startsWith("--allow-") || option === "--v8-flags" ||
          OTHER_OPTIONS.includes(option) || option.startsWith("--no-");
        assert.ok(known, `${page}: ${option}`);
      }
    }
    const named = [
      ...text.matchAll(/--preset (\w+)/g),
      ...text.matchAll(/`(\w+)`\s+preset/g),
    ];
    for (const [, preset] of named) {
      assert.ok(presets.includes(preset), `${page}: preset ${preset}`);
    }
  }
});

Deno.test("identifiers named in the documentation exist", () => {
  const sources = ["src/", "train/", "tools/", "bench/"].map(sourcesIn).join();
  let count = 0;
  for (const page of PAGES) {
    for (const code of codeOf(read(page))) {
      const [, name] = /^([a-z]+(?:[A-Z]\w*)+)(?:\(\))?$/.exec(code) ?? [];
      if (name === undefined) continue;
      assert.match(sources, new RegExp(`\\b${name}\\b`), `${page}: ${name}`);
      count++;
    }
  }
  assert.ok(count > 5, `${count} identifiers`);
});
