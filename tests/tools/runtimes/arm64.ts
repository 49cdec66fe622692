/**
 * Deno for ARM64, emulated.
 *
 * On Debian: `apt-get install qemu-user libc6-arm64-cross libgcc-s1-arm64-cross`.
 *
 * @module
 */

import assert from "node:assert/strict";

/** The emulator, by its name on the PATH. */
const EMULATOR = "qemu-aarch64";

/** The folder of ARM64's libraries, where Debian has them. */
const LIBRARIES = Deno.env.get("QEMU_LD_PREFIX") ?? "/usr/aarch64-linux-gnu";

/** Whether emulator and libraries are installed. */
export async function hasArm64(): Promise<boolean> {
  try {
    const command = new Deno.Command(EMULATOR, { args: ["--version"] });
    const { success } = await command.output();
    await Deno.stat(`${LIBRARIES}/lib/libgcc_s.so.1`);
    return success;
  } catch {
    return false;
  }
}

/** Runs a program in a folder. */
async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const command = new Deno.Command(program, { args: [...args], cwd });
  const { success, stderr } = await command.output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

/**
 * Fetches Deno for ARM64, of this one's version, from npm, and passes the path
 * of a program that runs it in the emulator.
 */
export async function withArm64Deno(
  use: (deno: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const name = `@deno/linux-arm64-glibc@${Deno.version.deno}`;
    await run("npm", ["pack", "--silent", name], folder);
    const files = [...Deno.readDirSync(folder)].map(({ name }) => name);
    await run("tar", ["-xzf", files[0]!], folder);
    const program = `${folder}/deno`;
    const text = "#!/bin/sh\n" +
      `exec ${EMULATOR} -L ${LIBRARIES} ${folder}/package/deno "$@"\n`;
    await Deno.writeTextFile(program, text, { mode: 0o755 });
    await use(program);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
