import assert from "node:assert/strict";
import fc from "fast-check";
import {
  readSafetensors,
  type Tensor,
  writeSafetensors,
} from "../../src/network/safetensors.ts";
import { MAX_HEADER_BYTES } from "../../src/network/safetensors_header.ts";

/** A file with a header, possibly nonsense, and some bytes of data. */
function file(header: unknown, dataBytes = 0): Uint8Array {
  const json = new TextEncoder().encode(
    typeof header === "string" ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + json.length + dataBytes);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 8);
  return bytes;
}

/** A file with a header padded to a multiple of 8 bytes. */
function aligned(header: unknown, dataBytes = 0): Uint8Array {
  const json = JSON.stringify(header);
  return file(json.padEnd(Math.ceil(json.length / 8) * 8), dataBytes);
}

function tensor(dtype: string, shape: unknown, offsets: unknown) {
  return { dtype, shape, data_offsets: offsets };
}

Deno.test("readSafetensors() reads every element type as views of the file", () => {
  const bytes = writeSafetensors({
    tensors: new Map<string, Tensor>([
      ["i8", { shape: [3], data: Int8Array.of(-128, 0, 127) }],
      ["u8", { shape: [1, 2], data: Uint8Array.of(0, 255) }],
      ["i32", { shape: [], data: Int32Array.of(-(2 ** 31)) }],
      ["f32", { shape: [2, 1], data: Float32Array.of(1.5, -Infinity) }],
      ["none", { shape: [0, 4], data: new Float32Array(0) }],
    ]),
    metadata: new Map([["a", 'ä\n"\\']]),
  });
  const { tensors, metadata } = readSafetensors(bytes);
  assert.deepEqual(tensors.get("i8")?.data, Int8Array.of(-128, 0, 127));
  assert.deepEqual(tensors.get("u8"), {
    shape: [1, 2],
    data: Uint8Array.of(0, 255),
  });
  assert.deepEqual(tensors.get("i32")?.data, Int32Array.of(-(2 ** 31)));
  assert.deepEqual(tensors.get("f32")?.data, Float32Array.of(1.5, -Infinity));
  assert.deepEqual(tensors.get("none")?.shape, [0, 4]);
  assert.equal(metadata.get("a"), 'ä\n"\\');
  for (const { data } of tensors.values()) {
    assert.equal(data.buffer, bytes.buffer);
  }
});

Deno.test("readSafetensors() reads a file at an odd address", () => {
  const bytes = writeSafetensors({
    tensors: new Map([["f", { shape: [1], data: Float32Array.of(2.5) }]]),
    metadata: new Map(),
  });
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  const { tensors } = readSafetensors(moved.subarray(1));
  assert.deepEqual(tensors.get("f")?.data, Float32Array.of(2.5));
});

Deno.test("readSafetensors() reads names with a special meaning in objects", () => {
  const names = ["__proto__", "constructor", "7", ""];
  const tensors = new Map(
    names.map((name, i) => [name, { shape: [1], data: Int8Array.of(i) }]),
  );
  const read = readSafetensors(
    writeSafetensors({ tensors, metadata: new Map() }),
  );
  assert.deepEqual(
    names.map((name) => read.tensors.get(name)?.data[0]),
    [0, 1, 2, 3],
  );
});

const BAD: [string, Uint8Array, new () => Error, RegExp][] = [
  ["nothing", new Uint8Array(0), RangeError, /at least 8 bytes, found 0/],
  ["seven bytes", new Uint8Array(7), RangeError, /at least 8 bytes, found 7/],
  ["an empty header", new Uint8Array(8), SyntaxError, /not JSON/],
  [
    "a header longer than the file",
    Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d),
    RangeError,
    /claims 9 bytes, expected at most 2/,
  ],
  [
    "a header of 2^63 bytes",
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0x80),
    RangeError,
    /claims 9223372036854776000 bytes/,
  ],
  [
    "an overlong header",
    file(" ".repeat(MAX_HEADER_BYTES) + "{}"),
    RangeError,
    /expected at most 1048576/,
  ],
  [
    "a header that is not UTF-8",
    Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0xff),
    SyntaxError,
    /not UTF-8/,
  ],
  ["broken JSON", file("{"), SyntaxError, /not JSON/],
  ["an array", file("[]"), SyntaxError, /not a JSON object/],
  ["null", file("null"), SyntaxError, /not a JSON object/],
  ["metadata null", file({ __metadata__: null }), SyntaxError, /__metadata__/],
  [
    "a number in the metadata",
    file({ __metadata__: { a: 1 } }),
    SyntaxError,
    /"a" is number, expected a string/,
  ],
  ["a tensor null", file({ a: null }), SyntaxError, /"a" is not described/],
  [
    "an unknown dtype",
    file({ a: tensor("F64", [0], [0, 0]) }),
    TypeError,
    /dtype "F64", expected one of I8, U8, I32, F32/,
  ],
  [
    "a dtype from Object.prototype",
    file({ a: tensor("constructor", [0], [0, 0]) }),
    TypeError,
    /dtype "constructor"/,
  ],
  [
    "a negative side",
    file({ a: tensor("I8", [-1], [0, 0]) }),
    SyntaxError,
    /shape \[-1\]/,
  ],
  [
    "a fractional side",
    file({ a: tensor("I8", [0.5], [0, 0]) }),
    SyntaxError,
    /shape \[0.5\]/,
  ],
  ["no shape", file({ a: tensor("I8", null, [0, 0]) }), SyntaxError, /shape/],
  [
    "three offsets",
    file({ a: tensor("I8", [0], [0, 0, 0]) }),
    SyntaxError,
    /data_offsets \[0,0,0\]/,
  ],
  [
    "offsets that run backwards",
    file({ a: tensor("I8", [1], [1, 0]) }, 1),
    RangeError,
    /has -1 elements, expected 1/,
  ],
  [
    "a shape smaller than its data",
    file({ a: tensor("I8", [1], [0, 2]) }, 2),
    RangeError,
    /has 2 elements, expected 1/,
  ],
  [
    "half an element",
    file({ a: tensor("I32", [1], [0, 6]) }, 6),
    RangeError,
    /has 1.5 elements/,
  ],
  [
    "a shape whose product overflows",
    file({ a: tensor("I8", [2 ** 40, 2 ** 40], [0, 0]) }),
    RangeError,
    /has 0 elements/,
  ],
  [
    "a gap at the start",
    file({ a: tensor("I8", [1], [1, 2]) }, 2),
    RangeError,
    /begins at byte 1 of the data, expected 0/,
  ],
  [
    "a gap",
    file({
      a: tensor("I8", [1], [0, 1]),
      b: tensor("I8", [1], [2, 3]),
    }, 3),
    RangeError,
    /"b" begins at byte 2 of the data, expected 1/,
  ],
  [
    "an overlap",
    file({
      a: tensor("I8", [2], [0, 2]),
      b: tensor("I8", [2], [1, 3]),
    }, 3),
    RangeError,
    /"b" begins at byte 1 of the data, expected 2/,
  ],
  [
    "a tensor beyond the end",
    file({ a: tensor("I8", [2], [0, 2]) }, 1),
    RangeError,
    /end at byte 2 of the data, the file at 1/,
  ],
  [
    "bytes after the last tensor",
    file({ a: tensor("I8", [1], [0, 1]) }, 2),
    RangeError,
    /end at byte 1 of the data, the file at 2/,
  ],
  [
    "a float at an odd offset",
    aligned({
      a: tensor("I8", [1], [0, 1]),
      b: tensor("F32", [1], [1, 5]),
    }, 5),
    RangeError,
    /"b" begins at byte 1 of the data, expected a multiple of 4/,
  ],
  [
    "a duplicate name",
    file(
      '{"a":{"dtype":"I8","shape":[0],"data_offsets":[0,0]},' +
        '"\\u0061":{"dtype":"I8","shape":[0],"data_offsets":[0,0]}}',
    ),
    SyntaxError,
    /has the key "a" twice/,
  ],
  [
    "a duplicate metadata name",
    file('{"__metadata__":{"x":"1","x":"2"}}'),
    SyntaxError,
    /has the key "x" twice/,
  ],
];

for (const [what, bytes, error, message] of BAD) {
  Deno.test(`readSafetensors() refuses ${what}`, () => {
    assert.throws(() => readSafetensors(bytes), (thrown) => {
      assert.ok(thrown instanceof error, String(thrown));
      assert.match((thrown as Error).message, message);
      return true;
    });
  });
}

Deno.test("readSafetensors() refuses every truncation of a file", () => {
  const bytes = writeSafetensors({
    tensors: new Map([["a", { shape: [2], data: Int32Array.of(1, 2) }]]),
    metadata: new Map([["b", "c"]]),
  });
  for (let length = 0; length < bytes.length; length++) {
    assert.throws(() => readSafetensors(bytes.slice(0, length)));
  }
});

Deno.test("readSafetensors() throws only built-in errors for any changed byte", () => {
  const bytes = writeSafetensors({
    tensors: new Map([["a", { shape: [2], data: Int32Array.of(1, 2) }]]),
    metadata: new Map([["b", "c"]]),
  });
  fc.assert(fc.property(
    fc.nat(bytes.length - 1),
    fc.nat(255),
    (at, byte) => {
      const changed = bytes.slice();
      changed[at] = byte;
      try {
        readSafetensors(changed);
      } catch (error) {
        assert.ok(
          error instanceof SyntaxError || error instanceof RangeError ||
            error instanceof TypeError,
        );
      }
    },
  ));
});

Deno.test("writeSafetensors() writes what readSafetensors() reads, with the same bytes in any order", () => {
  const data = fc.oneof(
    fc.int8Array(),
    fc.uint8Array(),
    fc.int32Array(),
    fc.float32Array(),
  );
  const name = fc.string({ unit: "binary" }).filter((s) =>
    s !== "__metadata__"
  );
  fc.assert(fc.property(
    fc.dictionary(name, data),
    fc.dictionary(name, fc.string({ unit: "grapheme" })),
    (arrays, strings) => {
      const tensors = Object.entries(arrays).map(([name, data]) =>
        [name, { shape: [data.length], data }] as const
      );
      const metadata = Object.entries(strings);
      const bytes = writeSafetensors({
        tensors: new Map(tensors),
        metadata: new Map(metadata),
      });
      const turned = writeSafetensors({
        tensors: new Map(tensors.toReversed()),
        metadata: new Map(metadata.toReversed()),
      });
      assert.deepEqual(turned, bytes);
      const read = readSafetensors(bytes);
      assert.deepEqual(read.tensors, new Map(tensors));
      assert.deepEqual(read.metadata, new Map(metadata));
    },
  ));
});

Deno.test("writeSafetensors() refuses a shape that does not fit its data", () => {
  assert.throws(
    () =>
      writeSafetensors({
        tensors: new Map([["a", { shape: [3], data: new Int8Array(2) }]]),
        metadata: new Map(),
      }),
    new RangeError('tensor "a" of shape [3] has 2 elements, expected 3'),
  );
});
