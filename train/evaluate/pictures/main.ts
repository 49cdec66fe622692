/**
 * `deno task evaluate:pictures`: reads pictures of every kind, drawn by program
 * or from folders, through the image path and the recognizer, and prints how
 * many are right, rejected, and wrong without being rejected.
 *
 * The digits are those of MNIST's validation split as pen strokes, or made-up
 * ones with `--templates`. None of them is used for training.
 *
 * @module
 */

import { Command, InvalidArgumentError, Option } from "commander";
import { encodePng } from "../../../src/image/png/encode.ts";
import {
  normalize,
  OPTIONAL_STEPS,
  type OptionalStep,
} from "../../../src/image/normalize/normalize.ts";
import { loadModels } from "../../../src/models.ts";
import {
  type DigitSource,
  drawScenes,
  NO_DIGIT,
  SCENES,
} from "../../../tests/image/scenes/mod.ts";
import { requireFolder, requireWritable } from "../../cli/folders.ts";
import { integer } from "../../cli/values.ts";
import { loadMnist } from "../../data/mnist.ts";
import { MNIST_VALIDATION_COUNT, splitDataset } from "../../data/split.ts";
import { UsageError } from "../../errors.ts";
import { damagedInputs } from "./damage_inputs.ts";
import { readFolder } from "./folder_inputs.ts";
import { digitsOf } from "./mnist_strokes.ts";
import { tallyPairs } from "./paired.ts";
import { type LabelledInput, type PictureReader, tally } from "./tally.ts";

function* sceneInputs(
  pictures: ReturnType<typeof drawScenes>,
): Generator<LabelledInput> {
  let index = 0;
  for (const picture of pictures) {
    yield { name: String(index++), ...picture };
  }
}

const KINDS = Object.keys(SCENES);

/** A reader of names with commas, of which all must be known. */
function readKinds(text: string): string[] {
  const kinds = text.split(",");
  const unknown = kinds.filter((kind) => !KINDS.includes(kind));
  if (unknown.length === 0) return kinds;
  throw new InvalidArgumentError(
    `no such kind: ${unknown.join(", ")}; expected some of ${KINDS.join(", ")}`,
  );
}

const command = new Command("deno task evaluate:pictures")
  .description(
    "Reads pictures of every kind, and counts those read right, those rejected,\n" +
      "and those read wrong without being rejected.",
  )
  .option(
    "--kinds <names>",
    "kinds of scenes, comma-separated (default: all)",
    readKinds,
  )
  .option("--count <n>", "pictures of each kind", integer(1, 100_000), 200)
  .option("--seed <n>", "seed of the pictures", integer(0, 2 ** 32 - 1), 1)
  .option("--templates", "draw made-up digits, not MNIST's")
  .option("--no-digit", "draw the scenes without a digit: all must be rejected")
  .option("--paired", "also read plain pictures of the same digits")
  .option("--damage", "read digits in pictures that clients damaged")
  .option("--folder <dirs...>", "read these folders instead of scenes")
  .option("--keep <dir>", "write the pictures that are read wrong")
  .addOption(
    new Option("--without <steps...>", "leave out steps of the image path")
      .choices(OPTIONAL_STEPS),
  )
  .option("--ablation", "print what is read right without each step")
  .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
command.parse([...Deno.args], { from: "user" });
const options = command.opts<{
  kinds?: string[];
  count: number;
  seed: number;
  templates?: true;
  digit: boolean;
  paired?: true;
  damage?: true;
  folder?: string[];
  keep?: string;
  without?: OptionalStep[];
  ablation?: true;
}>();

try {
  for (const folder of options.folder ?? []) {
    await requireFolder("--folder", folder);
  }
  if (options.keep !== undefined) await requireWritable("--keep", options.keep);
} catch (error) {
  exit(error);
}

/** Ends with what is wrong, and no stack trace. */
function exit(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  Deno.exit(error instanceof UsageError ? 2 : 1);
}

const { recognizer } = await loadModels();

function reader(without: readonly OptionalStep[]): PictureReader {
  return (image) =>
    recognizer.recognize(normalize(image, { without }).pixels)[0]!;
}

/**
 * Number of right readings over all kinds: with all steps, and without each.
 */
const totals = { count: 0, right: [] as number[] };

/** One row for each kind: right readings with all steps, and without each. */
function reportAblation(kind: string, inputs: readonly LabelledInput[]): void {
  const right = [[], ...OPTIONAL_STEPS.map((step) => [step])].map((without) =>
    tally(inputs, reader(without)).right
  );
  totals.count += inputs.length;
  right.forEach((n, i) => totals.right[i] = (totals.right[i] ?? 0) + n);
  ablationRow(kind, inputs.length, right);
}

function ablationRow(kind: string, count: number, right: readonly number[]) {
  const shares = right.map((n) => (100 * n / count).toFixed(1));
  console.log(`| ${kind} | ${count} | ${shares.join(" | ")} |`);
}

/** One row for each kind: what is read right in it, and in plain pictures. */
function reportPairs(kind: string, inputs: readonly LabelledInput[]): void {
  const read = reader(options.without ?? []);
  const { right, silentlyWrong } = tally(inputs, read);
  const pairs = tallyPairs(inputs, read);
  const share = (n: number) => (100 * n / inputs.length).toFixed(1).padStart(5);
  console.log(
    `${kind.padEnd(14)} ${share(right)} % right ` +
      `${share(silentlyWrong)} % silently wrong | plain: ` +
      `${share(pairs.plainRight)} ${share(pairs.plainSilentlyWrong)} | lost ` +
      `${share(pairs.lost)} (silently ${share(pairs.lostSilently)}), gained ` +
      `${share(pairs.gained)}`,
  );
}

async function report(kind: string, inputs: Iterable<LabelledInput>) {
  if (options.ablation) return reportAblation(kind, [...inputs]);
  if (options.paired) return reportPairs(kind, [...inputs]);
  const found = tally(inputs, reader(options.without ?? []));
  const share = (n: number) => (100 * n / found.count).toFixed(1).padStart(6);
  console.log(
    `${kind.padEnd(24)} ${String(found.count).padStart(5)} ` +
      `${share(found.right)} % right ${share(found.rejected)} % rejected ` +
      `${share(found.silentlyWrong)} % silently wrong`,
  );
  if (options.keep === undefined) return;
  await Deno.mkdir(options.keep, { recursive: true });
  for (const { input, answer } of found.wrong) {
    const name = `${kind.replaceAll("/", "_")}-${input.name}`;
    const path =
      `${options.keep}/${name}-is-${input.label}-read-${answer.digit}`;
    await Deno.writeFile(`${path}.png`, encodePng(input.image));
    normalize(input.image, {
      onStep: (name, image) =>
        Deno.writeFileSync(`${path}-${name}.png`, encodePng(image)),
    });
  }
}

/** Where the scenes' digits come from; made-up ones by default. */
async function digitSource(): Promise<DigitSource | undefined> {
  if (!options.digit) return NO_DIGIT;
  if (options.templates) return undefined;
  return digitsOf(await validationDigits());
}

async function validationDigits() {
  const { train } = await loadMnist();
  return splitDataset(train, MNIST_VALIDATION_COUNT).validation;
}

if (options.ablation) {
  const steps = OPTIONAL_STEPS.map((step) => `without ${step}`).join(" | ");
  console.log(`| pictures | count | all steps, % right | ${steps} |`);
  console.log(
    `| --- | ---: | ---: |${" ---: |".repeat(OPTIONAL_STEPS.length)}`,
  );
}
if (options.folder !== undefined) {
  for (const folder of options.folder) {
    const { inputs, refused } = await readFolder(folder).catch(exit);
    await report(folder.split("/").slice(-1)[0]!, inputs);
    for (const reason of refused) console.log(`  refused: ${reason}`);
  }
} else if (options.damage) {
  const { count, seed } = options;
  const digits = await validationDigits();
  for await (const [kind, inputs] of damagedInputs(digits, count, seed)) {
    await report(kind, inputs);
  }
} else {
  const digits = await digitSource();
  const { count, seed } = options;
  for (const kind of options.kinds ?? KINDS) {
    const pictures = drawScenes(kind, count, seed, digits);
    await report(kind, sceneInputs(pictures));
  }
}
if (options.ablation && options.folder === undefined) {
  ablationRow("all of these", totals.count, totals.right);
}
