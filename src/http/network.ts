/**
 * The network of a client's address.
 *
 * @module
 */

/**
 * What a limit counts as one client: an IPv4 address, or the /64 network of an
 * IPv6 address, since a client may use any address in its network.
 *
 * @param address An address, or any other name of a client.
 *
 * @example
 * ```ts
 * import { networkOf } from "./network.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(networkOf("192.0.2.1"), "192.0.2.1");
 * assert.equal(networkOf("2001:db8::1"), "2001:db8:0:0::/64");
 * ```
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  // A URL has the canonical form, in brackets.
  const canonical = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
  if (canonical === undefined) return address;
  const [left = [], right] = canonical.split("::").map(groupsOf);
  const zeros = right && new Array(8 - left.length - right.length).fill("0");
  const groups = [...left, ...zeros ?? [], ...right ?? []];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function groupsOf(part: string): string[] {
  return part === "" ? [] : part.split(":");
}
