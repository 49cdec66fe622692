/**
 * The packages of this repository. Each has a configuration and a lock file of
 * its own, so that running one fetches nothing of another.
 *
 * @module
 */

import { modulesIn } from "./modules.ts";

/** A part of the repository with dependencies of its own. */
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

/** Paths of every module of a package, sources and tests. */
export function modulesOf(member: Package): string[] {
  const { tests, otherTests } = member;
  return [...sourcesOf(member), ...outside(otherTests, modulesIn([tests]))];
}

function outside(folders: readonly string[], paths: string[]): string[] {
  return paths.filter((path) =>
    !folders.some((folder) => path.startsWith(`${folder}/`))
  );
}
