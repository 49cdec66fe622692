/**
 * Runs a command of the training side in this process.
 *
 * @module
 */

/**
 * Runs a command.
 *
 * @param main The command: arguments in, exit code out.
 * @param args Its arguments.
 * @returns Its exit code and what it prints to standard error.
 */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const print = console.error;
  console.error = (...words: unknown[]) => lines.push(words.join(" "));
  try {
    return { code: await main(args), text: lines.join("\n") };
  } finally {
    console.error = print;
  }
}
