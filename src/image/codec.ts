/**
 * The boundary to Squoosh's decoders, compiled to WebAssembly and packaged by
 * jSquash: their memory and their messages.
 *
 * Copies of their modules are in the repository, since reading the packages'
 * files would take a permission more: Deno imports no module whose imports it
 * cannot resolve, and `import source`, which would do, is newer than Deno
 * Deploy's runtime.
 *
 * @module
 */

import type { RgbaImage } from "./rgba.ts";

/**
 * Calls a decoder.
 *
 * @param decode Called with the package's module: returns the picture, or null
 * for a file that it refuses.
 * @param use Called with the picture, whose data are freed when it returns.
 * @returns What `use` returns.
 * @throws {SyntaxError} The file is damaged or truncated, with the reason.
 */
export type Codec<Module> = <Result>(
  decode: (module: Module) => RgbaImage | null,
  use: (image: RgbaImage) => Result,
) => Promise<Result>;

/** Emscripten's settings for a module. */
export interface ModuleSettings {
  /** True: it has no `main()` to run. */
  readonly noInitialRun: boolean;
  /** Called with each line on its standard error. */
  printErr(warning: string): void;
  /** Instantiates the module. */
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}

/** A decoder to be opened. */
export interface CodecSource {
  /** Name of its format, as messages use it: "JPEG". */
  readonly format: string;
  /** The package's script, which starts the module. */
  readonly open: (settings: ModuleSettings) => PromiseLike<unknown>;
  /** The package's WebAssembly module. */
  readonly module: WebAssembly.Module;
}

/** A decoder's warning about a truncated file, which it decodes. */
const TRUNCATED = /premature end/i;

/**
 * Compiles a module.
 *
 * @param file Its file, which is beside the script that uses it: among the
 * sources, and in the bundle's folder.
 */
export function compile(file: URL): WebAssembly.Module {
  return new WebAssembly.Module(Deno.readFileSync(file));
}

/**
 * Creates a decoder. It keeps its memory, as much as its largest picture
 * needed, until a file aborts it: the next one gets a new instance.
 */
export function createCodec<Module>(
  { format, open, module }: CodecSource,
): Codec<Module> {
  let warnings: string[] = [];
  let kept: Module | null = null;

  const instantiate = () =>
    open({
      noInitialRun: true,
      printErr: (warning) => warnings.push(warning),
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
    }) as PromiseLike<Module>;

  const refusal = (cause?: unknown) =>
    new SyntaxError(
      [`The ${format} is damaged or truncated`, ...warnings].join(": "),
      { cause },
    );

  return async (decode, use) => {
    if (kept === null) {
      const opened = await instantiate();
      kept ??= opened;
    }
    // No await from here on: no other file can abort the instance meanwhile.
    warnings = [];
    let image;
    try {
      image = decode(kept);
    } catch (cause) {
      kept = null;
      throw refusal(cause);
    }
    if (image === null) throw refusal();
    try {
      if (warnings.some((warning) => TRUNCATED.test(warning))) throw refusal();
      return use(image);
    } finally {
      // Up to 64 MB, which would otherwise wait for the garbage collector.
      image.data.buffer.transfer(0);
    }
  };
}
