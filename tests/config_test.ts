import assert from "node:assert/strict";
import { ConfigError, readConfig, VARIABLES } from "../src/config.ts";

/** The configuration of some variables. */
function configOf(variables: Record<string, string>) {
  return readConfig((name) => variables[name]);
}

const PRESET = {
  port: 8000,
  hostname: "0.0.0.0",
  log: "info",
  metrics: true,
  corsOrigins: "*",
  maxBody: 2 * 1024 * 1024,
  rateLimit: null,
  trustProxy: 0,
};

Deno.test("readConfig() has defaults for unset and empty variables", () => {
  assert.deepEqual(configOf({}), PRESET);
  const empty = Object.fromEntries(VARIABLES.map((name) => [name, ""]));
  assert.deepEqual(configOf(empty), PRESET);
});

Deno.test("readConfig() reads every variable", () => {
  const cases: [string, string, Partial<ReturnType<typeof configOf>>][] = [
    ["PORT", "0", { port: 0 }],
    ["PORT", "65535", { port: 65_535 }],
    ["HOST", "127.0.0.1", { hostname: "127.0.0.1" }],
    ["HOST", "::", { hostname: "::" }],
    ["HOST", "[::1]", { hostname: "::1" }],
    ["HOST", "::ffff:127.0.0.1", { hostname: "::ffff:127.0.0.1" }],
    ["HOST", "localhost", { hostname: "localhost" }],
    ["HOST", "my_host-1.example.", { hostname: "my_host-1.example." }],
    ["LOG", "off", { log: "off" }],
    ["LOG", "warn", { log: "warn" }],
    ["METRICS", "off", { metrics: false }],
    ["METRICS", "on", { metrics: true }],
    ["CORS_ORIGINS", "*", { corsOrigins: "*" }],
    ["CORS_ORIGINS", "https://a.example, capacitor://localhost", {
      corsOrigins: ["https://a.example", "capacitor://localhost"],
    }],
    // As browsers write them.
    ["CORS_ORIGINS", "HTTPS://A.Example:443,http://[::1]:80,http://b:8080", {
      corsOrigins: ["https://a.example", "http://[::1]", "http://b:8080"],
    }],
    ["CORS_ORIGINS", "https://zürich.example,Ionic://localhost:3", {
      corsOrigins: ["https://xn--zrich-kva.example", "ionic://localhost:3"],
    }],
    ["MAX_BODY", "1024", { maxBody: 1024 }],
    ["RATE_LIMIT", "off", { rateLimit: null }],
    ["RATE_LIMIT", "100/60", { rateLimit: { requests: 100, seconds: 60 } }],
    ["TRUST_PROXY", "true", { trustProxy: 1 }],
    ["TRUST_PROXY", "false", { trustProxy: 0 }],
    ["TRUST_PROXY", "2", { trustProxy: 2 }],
  ];
  for (const [name, text, change] of cases) {
    assert.deepEqual(configOf({ [name]: text }), { ...PRESET, ...change });
  }
  assert.deepEqual(
    VARIABLES.toSorted(),
    [...new Set(cases.map(([name]) => name))].toSorted(),
  );
});

Deno.test("the documentation has every variable that readConfig() reads", async () => {
  for (const page of ["README.md", "docs/operation.md"]) {
    const text = await Deno.readTextFile(
      new URL(`../${page}`, import.meta.url),
    );
    for (const name of VARIABLES) {
      assert.ok(text.includes(`| \`${name}\` `), `${page}: ${name}`);
    }
  }
});

Deno.test("readConfig() refuses other values with one line that names them", () => {
  const cases: [string, string, RegExp][] = [
    ["PORT", "65536", /^PORT is "65536", expected a whole number from 0 to/],
    ["PORT", "80a", /"80a"/],
    ["PORT", "-1", /"-1"/],
    ["HOST", "http://x", /host name/],
    ["HOST", "a\nb", /"a\\nb"/],
    ["HOST", "...", /host name/],
    ["HOST", "-", /host name/],
    ["HOST", "999.1.1.1", /host name/],
    ["HOST", "127.0.0.1:8000", /IPv4 or IPv6/],
    ["HOST", "1:2", /IPv4 or IPv6/],
    ["HOST", "[localhost]", /IPv4 or IPv6/],
    ["HOST", "::1::", /IPv4 or IPv6/],
    ["LOG", "debug", /expected off, error, warn, info/],
    ["CORS_ORIGINS", "example.com", /https:\/\/example.com/],
    ["CORS_ORIGINS", "https://a.example/path", /origins/],
    ["CORS_ORIGINS", "https://a.example,*", /origins/],
    ["CORS_ORIGINS", "https://*.example.com", /origins/],
    ["CORS_ORIGINS", "https://a.example:99999", /origins/],
    ["CORS_ORIGINS", "https://[::1", /origins/],
    ["CORS_ORIGINS", 'https://a"b', /origins/],
    ["CORS_ORIGINS", "capacitor://*", /origins/],
    ["CORS_ORIGINS", "https://a.example,", /origins/],
    ["CORS_ORIGINS", "null", /origins/],
    ["MAX_BODY", "2MB", /1024 to 67108864/],
    ["MAX_BODY", "1e9", /1024 to 67108864/],
    ["RATE_LIMIT", "100", /requests\/seconds/],
    ["RATE_LIMIT", "0/60", /requests\/seconds/],
    ["RATE_LIMIT", "1/86401", /requests\/seconds/],
    ["TRUST_PROXY", "yes", /0 to 10/],
  ];
  for (const [name, text, message] of cases) {
    assert.throws(() => configOf({ [name]: text }), (error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, new RegExp(`^${name} is `));
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  }
});
