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
    tests: "tests",
    otherTests: ["tests/train", "tests/bench", "tests/tools"],
  },
  {
    name: "train",
    config: "train/deno.json",
    sources: ["train"],
    tests: "tests/train",
    otherTests: [],
  },
  {
    name: "bench",
    config: "bench/deno.json",
    sources: ["bench"],
    tests: "tests/bench",
    otherTests: [],
  },
  {
    name: "tools",
    config: "tools/deno.json",
    sources: ["tools"],
    tests: "tests/tools",
    otherTests: [],
  },
];

/** Paths of every module of a package, sources and tests. */
export function modulesOf({ sources, tests, otherTests }: Package): string[] {
  return [
    ...modulesIn(sources),
    ...modulesIn([tests]).filter((path) =>
      !otherTests.some((folder) => path.startsWith(`${folder}/`))
    ),
  ];
}
