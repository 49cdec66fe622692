/**
 * `deno task build:workerd [FOLDER]`: builds the service for workerd, the
 * runtime of Cloudflare Workers. The folder, `dist/workerd` by default, then
 * contains `worker.js`, which imports everything else: the bundled program,
 * WebAssembly as modules, and the files of `static/` and `models/` as data
 * (`.bin`).
 *
 * @module
 */

import { readdirSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = new URL("../", import.meta.url);

/** Models that the service reads; only training uses the judge. */
const MODELS = [
  "models/recognizer.safetensors",
  "models/generator.safetensors",
];

/** WebAssembly that the worker imports. */
const MODULES = {
  engine: "static/engine/relaxed.wasm",
  jpeg: "src/image/jpeg/mozjpeg.wasm",
  webp: "src/image/webp/libwebp.wasm",
};

/**
 * Builds the worker.
 *
 * @param folder Where to build; its contents are removed first.
 * @throws {Error} if the program cannot be bundled.
 */
export async function buildWorker(folder: string): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.mkdir(folder, { recursive: true });
  await bundle(folder);

  for (const [name, path] of Object.entries(MODULES)) {
    await Deno.copyFile(new URL(path, ROOT), `${folder}/${name}.wasm`);
  }

  const paths = [...staticFiles(), ...MODELS];
  for (const path of paths) {
    const copy = `${folder}/${path}.bin`;
    await Deno.mkdir(dirname(copy), { recursive: true });
    await Deno.copyFile(new URL(path, ROOT), copy);
  }
  await Deno.writeTextFile(`${folder}/worker.js`, entry(paths));
}

/** Paths of the page's files. */
function staticFiles(): string[] {
  const entries = readdirSync(new URL("static/", ROOT), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile())
    .map(({ name, parentPath }) =>
      `static/${
        relative(
          fileURLToPath(new URL("static/", ROOT)),
          `${parentPath}/${name}`,
        )
      }`
    );
}

async function bundle(folder: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--minify", "--code-splitting"],
      // A bundle for Deno would call createRequire(), which workerd refuses.
      ...["--platform=browser", "--external=node:*"],
      ...[`--outdir=${folder}/app`, "src/workerd.ts"],
    ],
    cwd: ROOT,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** The script that imports everything. */
function entry(paths: readonly string[]): string {
  return [
    'import engine from "./engine.wasm";',
    'import jpeg from "./jpeg.wasm";',
    'import webp from "./webp.wasm";',
    'import { createWorker } from "./app/workerd.js";',
    ...paths.map((path, i) =>
      `import file${i} from ${JSON.stringify(`./${path}.bin`)};`
    ),
    "",
    "export default createWorker({",
    "  engine,",
    "  decoders: { jpeg, webp },",
    "  files: {",
    ...paths.map((path, i) => `    ${JSON.stringify(path)}: file${i},`),
    "  },",
    "});",
    "",
  ].join("\n");
}

if (import.meta.main) {
  const folder = new URL(
    Deno.args[0] === undefined ? "dist/workerd" : pathToFileURL(Deno.args[0]),
    ROOT,
  );
  await buildWorker(fileURLToPath(folder));
  console.log(`wrote ${fileURLToPath(folder)}`);
}
