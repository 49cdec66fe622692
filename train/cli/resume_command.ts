/**
 * The command that continues a stopped run.
 *
 * @module
 */

/**
 * The command line that resumes a run: the one that started it, with
 * `--resume`.
 *
 * @param args The arguments that the run was started with.
 *
 * @example
 * ```ts
 * import { resumeCommand } from "./resume_command.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   resumeCommand(["gan", "--out", "my runs", "--overwrite"]),
 *   "deno task train gan --out 'my runs' --resume",
 * );
 * ```
 */
export function resumeCommand(args: readonly string[]): string {
  const kept = args.filter((arg) =>
    arg !== "--resume" && arg !== "--overwrite"
  );
  return ["deno task train", ...kept.map(quoted), "--resume"].join(" ");
}

/** An argument as a shell reads it back. */
function quoted(arg: string): string {
  return /^[\w./:=@%+,-]+$/.test(arg)
    ? arg
    : `'${arg.replaceAll("'", "'\\''")}'`;
}
