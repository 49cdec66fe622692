import assert from "node:assert/strict";
import { findBrowser } from "../../tools/find_browser.ts";

/** A system, its environment and files, and the browser to find. */
type Case = readonly [
  name: string,
  os: typeof Deno.build.os,
  env: Record<string, string>,
  files: readonly string[],
  found: string | null,
];

const CHROME_APP =
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const CASES: readonly Case[] = [
  [
    "the one that CHROMIUM names",
    "linux",
    { CHROMIUM: "/opt/mine", PATH: "/usr/bin" },
    ["/opt/mine", "/usr/bin/chromium"],
    "/opt/mine",
  ],
  [
    "chromium in the first folder on PATH that has it",
    "linux",
    { PATH: "/bin:/usr/bin:/usr/local/bin" },
    ["/usr/bin/chromium", "/usr/local/bin/chromium"],
    "/usr/bin/chromium",
  ],
  [
    "chromium rather than google-chrome",
    "linux",
    { PATH: "/bin:/usr/bin", CHROMIUM: "" },
    ["/bin/google-chrome", "/usr/bin/chromium"],
    "/usr/bin/chromium",
  ],
  ...[
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
  ].map((program): Case => [
    `${program} on PATH`,
    "linux",
    { PATH: "/usr/bin" },
    [`/usr/bin/${program}`],
    `/usr/bin/${program}`,
  ]),
  ["Chrome on macOS", "darwin", { HOME: "/Users/a" }, [CHROME_APP], CHROME_APP],
  [
    "Chrome that a macOS user installed",
    "darwin",
    { HOME: "/Users/a" },
    [`/Users/a${CHROME_APP}`],
    `/Users/a${CHROME_APP}`,
  ],
  [
    "chromium on PATH before macOS's applications",
    "darwin",
    { PATH: "/opt/homebrew/bin" },
    [CHROME_APP, "/opt/homebrew/bin/chromium"],
    "/opt/homebrew/bin/chromium",
  ],
  [
    "Edge on Windows",
    "windows",
    {
      "ProgramFiles": "C:\\Program Files",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
    },
    ["C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  [
    "Chrome that a Windows user installed",
    "windows",
    { LocalAppData: "C:\\Users\\a\\AppData\\Local" },
    ["C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe"],
    "C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
  ],
  ["nothing where there is none", "linux", { PATH: "/usr/bin" }, [], null],
  ["nothing without PATH", "linux", {}, ["/usr/bin/chromium"], null],
  [
    "nothing of macOS's on Linux",
    "linux",
    { PATH: "/usr/bin" },
    [CHROME_APP],
    null,
  ],
];

for (const [name, os, env, files, found] of CASES) {
  Deno.test(`findBrowser() finds ${name}`, () => {
    const options = {
      os,
      env: (name: string) => env[name],
      isFile: (path: string) => files.includes(path),
    };
    assert.equal(findBrowser(options), found);
  });
}

Deno.test("findBrowser() refuses a CHROMIUM that is not a file", () => {
  const env = (name: string) => name === "CHROMIUM" ? "/opt/none" : "/usr/bin";
  const isFile = (path: string) => path !== "/opt/none";
  assert.throws(() => findBrowser({ os: "linux", env, isFile }), {
    name: "RangeError",
    message: "CHROMIUM is /opt/none, which is not a file",
  });
});

Deno.test("findBrowser() looks on the disk, and does not take a folder for a browser", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const env = (name: string) => name === "PATH" ? folder : undefined;
    await Deno.mkdir(`${folder}/chromium`);
    assert.equal(findBrowser({ os: "linux", env }), null);
    await Deno.writeTextFile(`${folder}/google-chrome`, "");
    assert.equal(findBrowser({ os: "linux", env }), `${folder}/google-chrome`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
