/**
 * The packages of this repository. Each has its own configuration and lock
 * file, because Deno fetches every package that a configuration lists.
 *
 * @module
 */

import { modulesIn } from "./modules.ts";

/** A part of the repository with its own dependencies. */
export interface Package {
  /** Its name in messages. */
  readonly name: string;
  /** Path of its configuration. */
  readonly config: string;
  /** Files and folders of its sources. */
  readonly sources: readonly string[];
  /** Folders in there that hold the sources of other packages. */
  readonly otherSources: readonly string[];
  /** Folder of its tests. */
  readonly tests: string;
  /**
   * Path of the tests' configuration, if running the sources must not fetch
   * what only tests import.
   * @default config
   */
  readonly testsConfig?: string;
  /** Folders in there that hold the tests of other packages. */
  readonly otherTests: readonly string[];
}

/** Every package; the first is the service, in the root. */
export const PACKAGES: readonly Package[] = [
  {
    name: "service",
    config: "deno.json",
    sources: ["main.ts", "src"],
    otherSources: ["src/page"],
    tests: "tests",
    testsConfig: "tests/deno.json",
    otherTests: ["tests/page", "tests/train", "tests/bench", "tests/tools"],
  },
  {
    name: "page",
    config: "src/page/deno.json",
    sources: ["src/page"],
    otherSources: [],
    tests: "tests/page",
    otherTests: [],
  },
  {
    name: "train",
    config: "train/deno.json",
    sources: ["train"],
    otherSources: [],
    tests: "tests/train",
    otherTests: [],
  },
  {
    name: "bench",
    config: "bench/deno.json",
    sources: ["bench"],
    otherSources: [],
    tests: "tests/bench",
    otherTests: [],
  },
  {
    name: "tools",
    config: "tools/deno.json",
    sources: ["tools"],
    otherSources: [],
    tests: "tests/tools",
    otherTests: [],
  },
];

/** Paths of every module of a package's sources. */
export function sourcesOf({ sources, otherSources }: Package): string[] {
  return outside(otherSources, modulesIn(sources));
}

/** Paths of every module of a package's tests. */
function testsOf({ tests, otherTests }: Package): string[] {
  return outside(otherTests, modulesIn([tests]));
}

/** A configuration and its modules. */
export interface Configuration {
  /** Its name in messages. */
  readonly name: string;
  /** Its path. */
  readonly path: string;
  /** Paths of its modules. */
  readonly modules: readonly string[];
  /** Files and folders of the sources among them. */
  readonly sources: readonly string[];
}

/** Every configuration; the first is the root's. */
export function configurations(): Configuration[] {
  return PACKAGES.flatMap((member) => {
    const { name, config: path, testsConfig, sources } = member;
    const [modules, tests] = [sourcesOf(member), testsOf(member)];
    if (testsConfig === undefined) {
      return [{ name, path, modules: [...modules, ...tests], sources }];
    }
    return [
      { name, path, modules, sources },
      {
        name: `${name}'s tests`,
        path: testsConfig,
        modules: tests,
        sources: [],
      },
    ];
  });
}

function outside(folders: readonly string[], paths: string[]): string[] {
  return paths.filter((path) =>
    !folders.some((folder) => path.startsWith(`${folder}/`))
  );
}
