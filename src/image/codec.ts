/**
 * The boundary to Squoosh's decoders, compiled to WebAssembly and packaged by
 * jSquash: their memory and their messages.
 *
 * Their modules are copied into the repository, because reading the packages'
 * files would need another permission: Deno cannot import a module whose
 * imports it cannot resolve, and `import source`, which could, is newer than
 * Deno Deploy's runtime.
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

/** The Emscripten settings in use. */
export interface ModuleSettings {
  /** True: there is no `main()` to run. */
  readonly noInitialRun: boolean;
  /** Called with each line on its standard error. */
  printErr(warning: string): void;
  /** Instantiates the module. */
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}

/** What {@linkcode createCodec} needs. */
export interface CodecSource {
  /** Name of its format, as messages use it: "JPEG". */
  readonly format: string;
  /** The package's script, which starts the module. */
  readonly open: (settings: ModuleSettings) => PromiseLike<unknown>;
  /** The package's WebAssembly module. */
  readonly module: WebAssembly.Module;
}

/** The decoders' warning about a truncated file, which they decode anyway. */
const TRUNCATED = /premature end/i;

/**
 * Compiles a module.
 *
 * @param file Its file. It is next to the script that uses it, both in the
 * sources and in the bundle.
 */
export function compile(file: URL): WebAssembly.Module {
  return new WebAssembly.Module(Deno.readFileSync(file));
}

/**
 * Creates a decoder. Its memory grows to what its largest picture needed and is
 * kept, until a file aborts the instance; the next file then gets a new one.
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
    // No await from here on, so that no other file can abort the instance
    // meanwhile.
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
