/**
 * The client as others get it: from JSR, from npm, and from the service.
 *
 * @module
 */

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { createApp } from "../../src/app.ts";
import type * as Client from "../../src/client.ts";
import { simpleModels } from "../routes/simple_models.ts";

const TOP = new URL("../../", import.meta.url);

/** Runs a program in the repository's root and returns all that it prints. */
async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: TOP,
    env: { NO_COLOR: "1" },
  }).output();
  const [out, err] = [stdout, stderr].map((text) =>
    new TextDecoder().decode(text)
  );
  assert.ok(success, `${out}${err}`);
  return `${out}${err}`;
}

Deno.test("deno publish finds nothing wrong", async () => {
  const printed = await run(
    Deno.execPath(),
    ...["publish", "--dry-run", "--allow-dirty"],
  );
  assert.doesNotMatch(printed, /warning|error\[/);
  const info = JSON.parse(
    await run(Deno.execPath(), "info", "--json", "src/client.ts"),
  ) as { modules: { specifier: string }[] };
  for (const { specifier } of info.modules) {
    assert.ok(printed.includes(specifier), `${specifier} is left out`);
  }
});

Deno.test("deno pack makes an npm package that runs", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const tarball = `${folder}/inkling.tgz`;
    await run(Deno.execPath(), "pack", "--allow-dirty", "-o", tarball);
    await run("tar", "-xzf", tarball, "-C", folder);
    const top = pathToFileURL(`${folder}/package/`);
    const { exports, dependencies } = JSON.parse(
      await Deno.readTextFile(new URL("package.json", top)),
    );
    assert.equal(dependencies, undefined);
    const { types, import: script } = exports["./client"];
    assert.ok(await Deno.stat(new URL(types, top)));
    const { createClient }: typeof Client = await import(
      new URL(script, top).href
    );
    await reads(createClient("http://inkling.test", { fetch: answer }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("GET /client.js is the client as a script", async () => {
  const script = await app.request("/client.js");
  assert.match(script.headers.get("Content-Type")!, /^text\/javascript/);
  const file = await Deno.makeTempFile({ suffix: ".js" });
  try {
    await Deno.writeFile(file, await script.bytes());
    const { createClient }: typeof Client = await import(
      pathToFileURL(file).href
    );
    await reads(createClient("http://inkling.test", { fetch: answer }));
  } finally {
    await Deno.remove(file);
  }
});

const app = createApp({
  ...simpleModels,
});

async function answer(url: string, init: RequestInit): Promise<Response> {
  return await app.request(url, init);
}

async function reads(client: Client.Client): Promise<void> {
  const bytes = new Uint8Array(784);
  bytes[0] = 7;
  assert.equal((await client.recognize(bytes)).digit, 7);
  const { samples } = await client.sample({ digit: 3, seed: 1 });
  assert.equal(samples[0]!.pixels[0], 61);
}
