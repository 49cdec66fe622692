/**
 * A killed and resumed run must be byte-identical to an uninterrupted one: the
 * command runs on a small data set, is killed at random moments and resumed,
 * and its last checkpoint is compared with an uninterrupted run's.
 */

import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import { readSafetensors } from "../../../src/network/safetensors.ts";
import { loadMnist } from "../../../train/data/mnist.ts";

const REPOSITORY = new URL("../../../", import.meta.url);

/** Images of the small data set. */
const IMAGES = 700;

/** Writes the first images of MNIST as IDX files. */
async function writeSmallData(folder: string): Promise<void> {
  const { train } = await loadMnist();
  const header = (magic: number, ...sizes: number[]): Uint8Array => {
    const bytes = new Uint8Array(4 * (1 + sizes.length));
    const view = new DataView(bytes.buffer);
    [magic, ...sizes].forEach((value, i) => view.setUint32(4 * i, value));
    return bytes;
  };
  const write = (name: string, head: Uint8Array, body: Uint8Array) =>
    Deno.writeFile(
      `${folder}/${name}`,
      new Blob([head as BlobPart, body as BlobPart]).stream(),
    );
  await write(
    "train-images-idx3-ubyte",
    header(0x803, IMAGES, 28, 28),
    train.images.slice(0, IMAGES * 784),
  );
  await write(
    "train-labels-idx1-ubyte",
    header(0x801, IMAGES),
    train.labels.slice(0, IMAGES),
  );
}

interface Run {
  readonly data: string;
  readonly target: "gan" | "recognizer";
  readonly out: string;
}

function startTraining(
  { data, target, out }: Run,
  ...more: string[]
): Deno.ChildProcess {
  // The recognizer learns from generated digits too.
  Deno.mkdirSync(`${out}/models`, { recursive: true });
  for (const name of ["generator.safetensors", "judge.safetensors"]) {
    Deno.copyFileSync(
      new URL(`models/${name}`, REPOSITORY),
      `${out}/models/${name}`,
    );
  }
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "train/main.ts", target, "--data", data],
      ...["--out", out, "--models", `${out}/models`],
      ...["--preset", "smoke", "--epochs", target === "gan" ? "2" : "6"],
      ...["--batch-size", "64", "--microbatch-size", "16", "--workers", "2"],
      ...["--checkpoint-seconds", "0.05", "--backend", "wasm"],
      ...["--install", "always"],
      ...more,
    ],
    cwd: REPOSITORY,
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

/** Trains to the end and returns the last checkpoint's tensors, and what was said. */
async function finish(
  run: Run,
  ...more: string[]
): Promise<{ tensors: Map<string, Uint8Array>; said: string }> {
  const { success, stderr } = await startTraining(run, ...more).output();
  const said = new TextDecoder().decode(stderr);
  assert.ok(success, said);
  const folder = `${run.out}/${run.target}`;
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.startsWith("checkpoint-")).sort();
  assert.equal(names.length, 2, `expected two checkpoints, found ${names}`);
  const { tensors } = readSafetensors(
    await Deno.readFile(`${folder}/${names[1]}`),
  );
  const bytes = new Map(
    [...tensors].map((
      [name, { data }],
    ) => [
      name,
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    ]),
  );
  return { tensors: bytes, said };
}

/** Kills a run with SIGKILL some time after its first checkpoint. */
async function killOnce(run: Run, random: Random): Promise<void> {
  const resume = hasCheckpoint(run) ? ["--resume"] : [];
  const child = startTraining(run, ...resume);
  const before = Date.now();
  while (!hasCheckpoint(run) && Date.now() - before < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, random.between(0, 1500)));
  try {
    child.kill("SIGKILL");
  } catch {
    // It had already ended: the random moment came too late.
  }
  await child.output();
}

function hasCheckpoint({ out, target }: Run): boolean {
  try {
    return [...Deno.readDirSync(`${out}/${target}`)]
      .some(({ name }) => /^checkpoint-\d+\.safetensors$/.test(name));
  } catch {
    return false;
  }
}

for (const target of ["recognizer", "gan"] as const) {
  Deno.test(`deno task train ${target} is byte-identical when killed and resumed, also with another number of workers`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "inkling-resume-" });
    try {
      await writeSmallData(folder);
      const random = new Random(7);
      const run = (name: string): Run => ({
        data: folder,
        target,
        out: `${folder}/${name}`,
      });
      const whole = await finish(run("whole"));
      for (let kill = 0; kill < 2; kill++) {
        await killOnce(run("killed"), random);
      }
      const resumed = await finish(run("killed"), "--resume");
      assert.match(
        resumed.said,
        new RegExp(`${target}: continues from step [1-9]\\d* of`),
      );
      assert.doesNotMatch(whole.said, /no generated digits/);
      assert.deepEqual(
        [...resumed.tensors.keys()],
        [...whole.tensors.keys()],
      );
      for (const [name, bytes] of whole.tensors) {
        assert.deepEqual(resumed.tensors.get(name), bytes, `${target} ${name}`);
      }
      for (const workers of ["1", "3"]) {
        const out = run(`with-${workers}`);
        const other = await finish(out, "--workers", workers);
        assert.deepEqual(other.tensors, whole.tensors, `${workers} workers`);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}
