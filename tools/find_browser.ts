/**
 * Finds a browser that the tests can drive: Chromium, Chrome or Edge.
 *
 * @module
 */

import { join } from "node:path";

/** The search's inputs, replaceable in tests. */
export interface FindBrowserOptions {
  /** Default: the system that Deno runs on. */
  readonly os?: typeof Deno.build.os;
  /** Reads an environment variable. Default: `Deno.env.get`. */
  readonly env?: (name: string) => string | undefined;
  /** Whether a path is a file. Default: looks on the disk. */
  readonly isFile?: (path: string) => boolean;
}

/** Names of programs on PATH, the preferred one first. */
const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];

/** Applications of macOS. */
const APPLICATIONS = ["Google Chrome", "Chromium", "Microsoft Edge"]
  .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** Where Windows keeps programs, by the variables that name the folders. */
const WINDOWS_FOLDERS = [
  "ProgramFiles",
  "ProgramFiles(x86)",
  "LocalAppData",
];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** How to get a browser, for the message that there is none. */
export const BROWSER_HINT: string =
  "Install Chromium, Google Chrome or Microsoft Edge (Debian: apt-get install " +
  "chromium), or set CHROMIUM to the path of one.";

/**
 * Finds a browser: the one that CHROMIUM names, or one on PATH, or one in the
 * usual places of macOS and Windows.
 *
 * @returns Its path, or `null` if there is none.
 * @throws {RangeError} if CHROMIUM does not name a file.
 */
export function findBrowser(options: FindBrowserOptions = {}): string | null {
  const {
    os = Deno.build.os,
    env = (name) => Deno.env.get(name),
    isFile = isFileOnDisk,
  } = options;
  const named = env("CHROMIUM");
  if (named) {
    if (isFile(named)) return named;
    throw new RangeError(`CHROMIUM is ${named}, which is not a file`);
  }
  return candidates(os, env).find(isFile) ?? null;
}

/** Paths at which a browser may be, the preferred one first. */
function candidates(
  os: typeof Deno.build.os,
  env: (name: string) => string | undefined,
): string[] {
  if (os === "windows") {
    return WINDOWS_PROGRAMS.flatMap((program) =>
      WINDOWS_FOLDERS.flatMap((name) => {
        const folder = env(name);
        return folder ? [`${folder}\\${program}`] : [];
      })
    );
  }
  const folders = (env("PATH") ?? "").split(":").filter((path) => path !== "");
  const onPath = PROGRAMS.flatMap((program) =>
    folders.map((folder) => join(folder, program))
  );
  if (os !== "darwin") return onPath;
  const home = env("HOME");
  const personal = home ? APPLICATIONS.map((path) => join(home, path)) : [];
  return [...onPath, ...APPLICATIONS, ...personal];
}

function isFileOnDisk(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    // Missing, or in an unreadable folder: it cannot be started either way.
    return false;
  }
}
