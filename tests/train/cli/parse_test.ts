import assert from "node:assert/strict";
import { CommandLineExit, parseOptions } from "../../../train/cli/parse.ts";
import { presetConfig } from "../../../train/presets.ts";

const defaults = {
  target: "all",
  preset: "standard",
  gan: "r3gan",
  models: "models",
  workers: navigator.hardwareConcurrency,
  install: "better",
  resume: false,
  overwrite: false,
  checkpointSeconds: 60,
};

/** The exit that a command line ends in. */
function exitOf(args: string[]): CommandLineExit {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof CommandLineExit) return error;
    throw error;
  }
  throw new Error(`${args.join(" ")} was accepted`);
}

Deno.test("parseOptions() reads the given options and fills in defaults", () => {
  const cases: [string[], Record<string, unknown>][] = [
    [[], {}],
    [["gan"], { target: "gan" }],
    [["recognizer", "--preset", "smoke"], {
      target: "recognizer",
      preset: "smoke",
    }],
    [["--preset=full"], { preset: "full" }],
    [["--gan", "wgan-gp"], { gan: "wgan-gp" }],
    [["--epochs", "3"], { epochs: 3 }],
    [["--batch-size", "64"], { batchSize: 64 }],
    [["--latent-dim", "32"], { latentDim: 32 }],
    [["--learning-rate", "2e-4"], { learningRate: 2e-4 }],
    [["--seed", "0"], { seed: 0 }],
    [["--seed", "4294967295"], { seed: 4294967295 }],
    [["--backend", "webgpu"], { backend: "webgpu" }],
    [["--workers", "1"], { workers: 1 }],
    [["--microbatch-size", "16"], { microbatchSize: 16 }],
    [["--out", "runs/a b"], { out: "runs/a b" }],
    [["--models", "/tmp/m"], { models: "/tmp/m" }],
    [["--data", "digits"], { data: "digits" }],
    [["--install", "always"], { install: "always" }],
    [["--overwrite"], { overwrite: true }],
    [["--checkpoint-seconds", "0.5"], { checkpointSeconds: 0.5 }],
    [["--resume", "gan"], { target: "gan", resume: true }],
    [["--dashboard"], { dashboard: 8001 }],
    [["gan", "--dashboard", "9000"], { target: "gan", dashboard: 9000 }],
  ];
  for (const [args, asked] of cases) {
    assert.deepEqual(parseOptions(args), {
      ...defaults,
      ...asked,
    });
  }
});

Deno.test("parseOptions() refuses unknown options and says what it found", () => {
  const cases: [string[], string][] = [
    [
      ["gna"],
      "argument value 'gna' is invalid for argument 'what'. Allowed choices are gan, recognizer, all.",
    ],
    [
      ["gan", "all"],
      "too many arguments. Expected 1 argument but got 2: gan, all.",
    ],
    [["--epoch", "3"], "unknown option '--epoch'"],
    [
      ["--resume", "--overwrite"],
      "option '--overwrite' cannot be used with option '--resume'",
    ],
    [["-x"], "unknown option '-x'"],
    [["--epochs"], "option '--epochs <n>' argument missing"],
    [
      ["--epochs", "0"],
      "'--epochs <n>' argument '0' is invalid. expected an integer from 1 to",
    ],
    [["--epochs", "2.5"], "argument '2.5' is invalid"],
    [["--batch-size", "-1"], "'--batch-size <n>' argument '-1' is invalid"],
    [["--latent-dim", "1e3"], "'--latent-dim <n>' argument '1e3' is invalid"],
    [
      ["--learning-rate", "2"],
      "'--learning-rate <x>' argument '2' is invalid. expected a number above 0, at most 1",
    ],
    [
      ["--seed", "4294967296"],
      "argument '4294967296' is invalid. expected an integer from 0 to 4294967295",
    ],
    [["--workers", "0"], "'--workers <n>' argument '0' is invalid"],
    [
      ["--dashboard", "gan"],
      "'--dashboard [port]' argument 'gan' is invalid. expected an integer from 1 to 65535",
    ],
    [["--dashboard", "0"], "'--dashboard [port]' argument '0' is invalid"],
    [
      ["--preset", "fast"],
      "argument 'fast' is invalid. Allowed choices are smoke, standard, full.",
    ],
    [
      ["--gan", "biggan"],
      "argument 'biggan' is invalid. Allowed choices are r3gan, wgan-gp, dcgan.",
    ],
    [
      ["--backend", "webgl"],
      "argument 'webgl' is invalid. Allowed choices are wasm, webgpu, cpu.",
    ],
  ];
  for (const [args, part] of cases) {
    const { exitCode, message } = exitOf(args);
    assert.equal(exitCode, 2, args.join(" "));
    assert.ok(message.includes(part), message);
    assert.ok(message.endsWith("See deno task train --help."), message);
  }
});

Deno.test("parseOptions() describes every option with its default on --help", () => {
  for (const flag of ["--help", "-h"]) {
    const { exitCode, message } = exitOf(["gan", flag]);
    assert.equal(exitCode, 0);
    // The help is wrapped to the terminal: compare it as one line.
    const help = message.replaceAll(/\s+/g, " ");
    const { gan, recognizer, seed } = presetConfig("standard");
    const parts = [
      'default: "all"',
      "smoke, standard, full (default: standard)",
      `in standard ${gan.epochs} for the GAN, ${recognizer.epochs} for the recognizer)`,
      `in standard ${gan.batchSize})`,
      `in standard ${gan.latentSize})`,
      `in standard ${gan.learningRate})`,
      `in standard ${seed})`,
      `default: ${navigator.hardwareConcurrency})`,
      "default: webgpu where there is a GPU, else wasm",
      "default: MNIST",
      "default: runs/<preset>",
      "(default: not served)",
      "(default: models)",
      "deno task train --preset smoke",
    ];
    for (const part of parts) {
      assert.ok(help.includes(part), `${part} in ${help}`);
    }
  }
});

Deno.test("parseOptions() accepts each example in its help", () => {
  const examples = exitOf(["--help"]).message.matchAll(
    /^ {2}deno task train(.*?)(?: {2,}|$)/gm,
  );
  const lines = [...examples].map((match) => match[1]!.trim());
  assert.equal(lines.length, 6);
  for (const line of lines) {
    const args = line.split(" ").filter((word) => word !== "");
    assert.ok(parseOptions(args).target, line);
  }
});
