/**
 * The generated files in the repository, and the command that generates each.
 * `deno task generate` runs the commands; `deno task ok` compares their output.
 *
 * @module
 */

/** A file, or a folder of files, that a command generates from other files. */
export interface GeneratedFile {
  /** Its path from the repository's root; a folder's ends with a slash. */
  readonly path: string;
  /**
   * Arguments of `deno`, run in the root: prints the file. For a folder, one
   * more argument is added, an empty folder that receives the files.
   */
  readonly command: readonly string[];
  /**
   * Arguments of `deno` that compare the committed file with a new one and fail
   * if they differ. By default, both must have the same bytes.
   */
  readonly check?: readonly string[];
}

const RUN = ["run", "-A", "--quiet"];
const COMPILE = [...RUN, "tools/assemblyscript.ts"];
const COPY = [...RUN, "tools/package_file.ts"];
const BUNDLE = ["bundle", "--quiet", "--platform=browser", "--minify"];
const GOLDEN = [...RUN, "train/evaluate/golden.ts"];

/** Options of both engine builds, besides their features. */
const ENGINE = [
  "src/engine/kernels/main.ts",
  // Requesting one page rather than none measured 1 to 2 % faster in Deno.
  "--initialMemory=1",
  ...["-O3", "--converge"],
];

/** Every generated file and folder, in the order of generation. */
export const GENERATED_FILES: readonly GeneratedFile[] = [
  {
    path: "static/engine/relaxed.wasm",
    command: [...COMPILE, ...ENGINE, "--enable=simd,relaxed-simd"],
  },
  {
    path: "static/engine/plain.wasm",
    command: [...COMPILE, ...ENGINE, "--enable=simd"],
  },
  {
    // Apache-2.0.
    path: "src/image/jpeg/mozjpeg.wasm",
    command: [...COPY, "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"],
  },
  {
    // BSD-3-Clause.
    path: "src/image/webp/libwebp.wasm",
    command: [...COPY, "@jsquash/webp/codec/dec/webp_dec.wasm"],
  },
  {
    path: "static/page/",
    command: [...RUN, "tools/page_bundle.ts"],
  },
  {
    path: "static/client.js",
    command: [...BUNDLE, "src/client.ts"],
  },
  {
    // After static/page/, whose scripts it names.
    path: "static/index.html",
    command: [...RUN, "tools/page_document.ts"],
  },
  {
    path: "static/files.json",
    command: [...RUN, "tools/page_files.ts"],
  },
  {
    path: "static/sw.js",
    command: [...BUNDLE, "src/page/offline/worker.ts"],
  },
  docsViewer("js", "swagger-ui-dist/swagger-ui-bundle.js", "main.ts"),
  docsViewer("css", "swagger-ui-dist/swagger-ui.css", "page.css"),
  {
    path: "static/real_digits.png",
    command: [...RUN, "train/page_data/real_digits.ts"],
  },
  {
    path: "static/hard_digits.json",
    command: [...RUN, "train/page_data/hard_digits.ts"],
  },
  {
    path: "train/backend/kernels.wasm",
    command: [
      ...COMPILE,
      "train/backend/kernels/index.ts",
      // As for the engine: V8 then checks one bound less per access.
      "--initialMemory=1",
      "--enable=simd,relaxed-simd",
      // Not -O3: it merges a loop's sums into nested expressions, whose order
      // of evaluation needs more vector registers than there are.
      "-O2",
    ],
  },
  {
    path: "train/dashboard/page.js",
    command: [
      ...BUNDLE,
      "--config=train/deno.json",
      "train/dashboard/page/main.ts",
    ],
  },
  {
    path: "train/study/page.js",
    command: [
      ...BUNDLE,
      "--config=train/deno.json",
      "train/study/page/main.ts",
    ],
  },
  {
    path: "tests/train/golden/vectors.safetensors",
    command: GOLDEN,
    // Floating-point results: backends round differently.
    check: [...GOLDEN, "--check"],
  },
];

/** A file of the viewer on /docs: a packaged one, and an addition. */
function docsViewer(
  kind: string,
  packaged: string,
  ours: string,
): GeneratedFile {
  const path = `static/docs/viewer.${kind}.gz`;
  const command = [
    ...RUN,
    "--config=tools/deno.json",
    "tools/docs_viewer.ts",
    packaged,
    `src/docs_page/${ours}`,
  ];
  // Compressors differ, so only the content is compared.
  return { path, command, check: [...command, `--check=${path}`] };
}
