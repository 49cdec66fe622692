/**
 * `deno task bench [engine] [image] [numbers] [start] [service]`: all serving benchmarks, or the
 * named ones.
 *
 * @module
 */

/** The benchmarks, in the order in which they run. */
const PARTS = {
  engine: "engine/main.ts",
  image: "image.ts",
  numbers: "numbers.ts",
  start: "start.ts",
  service: "service.ts",
} as const;

async function run(part: keyof typeof PARTS): Promise<boolean> {
  console.log(`\n== ${part}`);
  const script = new URL(PARTS[part], import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", script],
    stdout: "inherit",
    stderr: "inherit",
  });
  return (await child.output()).success;
}

const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
const unknown = Deno.args.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  console.error(`no benchmark "${unknown}", expected ${names.join(", ")}`);
  Deno.exit(2);
}
for (const name of names) {
  if (Deno.args.length > 0 && !Deno.args.includes(name)) continue;
  if (!await run(name)) Deno.exitCode = 1;
}
