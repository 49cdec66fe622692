import assert from "node:assert/strict";
import { networkOf } from "../../src/http/network.ts";

Deno.test("networkOf() is the network that an IPv6 client chooses its address from", () => {
  const cases: [string, string][] = [
    ["192.0.2.1", "192.0.2.1"],
    ["unknown", "unknown"],
    ["", ""],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80::1%eth0"],
    ["a:b", "a:b"],
  ];
  for (const [address, network] of cases) {
    assert.equal(networkOf(address), network, address);
  }
});
