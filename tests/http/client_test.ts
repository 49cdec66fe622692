import assert from "node:assert/strict";
import { Hono } from "hono";
import { clientAddress } from "../../src/http/client.ts";

/** The address of a client, by its connection and `X-Forwarded-For`. */
async function addressOf(
  hostname: string | undefined,
  proxies: number,
  forwarded?: string,
): Promise<string | null> {
  const app = new Hono();
  app.get("/", (c) => c.json(clientAddress(c, proxies)));
  const headers = new Headers();
  if (forwarded !== undefined) headers.set("X-Forwarded-For", forwarded);
  const env = hostname === undefined ? {} : { remoteAddr: { hostname } };
  return await (await app.request("/", { headers }, env)).json();
}

Deno.test("clientAddress() is the connection's without a trusted proxy", async () => {
  assert.equal(await addressOf("192.0.2.1", 0, "198.51.100.7"), "192.0.2.1");
  assert.equal(await addressOf("2001:db8::1", 0), "2001:db8::1");
  assert.equal(await addressOf(undefined, 0), null);
  // What an IPv4 client has on a socket for both.
  assert.equal(await addressOf("::ffff:192.0.2.1", 0), "192.0.2.1");
});

Deno.test("clientAddress() is what the outermost trusted proxy appended", async () => {
  const cases: [string, number, string][] = [
    ["198.51.100.7", 1, "198.51.100.7"],
    ["spoofed, 198.51.100.7", 1, "198.51.100.7"],
    ["spoofed,198.51.100.7 , 10.0.0.2", 2, "198.51.100.7"],
    // A request that came past the outer proxy, and ones without an address.
    ["198.51.100.7", 2, "10.0.0.1"],
    ["198.51.100.7, ", 1, "10.0.0.1"],
    ["", 1, "10.0.0.1"],
    // Some proxies append the port, which changes with each connection.
    ["198.51.100.7:50123", 1, "198.51.100.7"],
    ["[2001:db8::1]:50123", 1, "2001:db8::1"],
    ["[2001:db8::1]", 1, "2001:db8::1"],
    ["::ffff:198.51.100.7", 1, "198.51.100.7"],
    ["unknown", 1, "unknown"],
  ];
  for (const [forwarded, proxies, expected] of cases) {
    const found = await addressOf("10.0.0.1", proxies, forwarded);
    assert.equal(found, expected, forwarded);
  }
  assert.equal((await addressOf("x", 1, "a".repeat(999)))?.length, 64);
});
