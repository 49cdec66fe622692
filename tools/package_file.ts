/**
 * Prints a package's file, so that a copy of it is in the repository: serving
 * then needs no permission to read the package's files.
 *
 * `deno run -A tools/package_file.ts FILE`; FILE is an import specifier.
 *
 * @module
 */

import { writeOutput } from "./write_output.ts";

const [file = ""] = Deno.args;
await writeOutput(await Deno.readFile(new URL(import.meta.resolve(file))));
