import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import {
  drawElasticField,
  elasticRow,
  makeElasticField,
} from "../../../../train/data/effects/elastic.ts";

Deno.test("drawElasticField() displaces by the requested deviation", () => {
  const field = makeElasticField();
  const random = new Random(1);
  let squares = 0;
  let count = 0;
  for (let i = 0; i < 300; i++) {
    drawElasticField(field, 2, random);
    for (let y = 0; y < 28; y++) {
      elasticRow(field, y);
      for (const row of [field.rowX, field.rowY]) {
        for (const value of row) squares += value * value;
        count += row.length;
      }
    }
  }
  const deviation = Math.sqrt(squares / count);
  assert.ok(Math.abs(deviation - 2) < 0.05, `${deviation}`);
});

Deno.test("drawElasticField() is smooth: neighbours move nearly alike", () => {
  const field = makeElasticField();
  drawElasticField(field, 1, new Random(2));
  let above = new Float32Array(0);
  for (let y = 0; y < 28; y++) {
    elasticRow(field, y);
    const row = field.rowX.slice();
    for (let x = 0; x < 28; x++) {
      if (x > 0) assert.ok(Math.abs(row[x]! - row[x - 1]!) < 0.7);
      if (y > 0) assert.ok(Math.abs(row[x]! - above[x]!) < 0.7);
    }
    above = row;
  }
});

Deno.test("drawElasticField() of deviation 0 displaces nothing", () => {
  const field = makeElasticField();
  drawElasticField(field, 1, new Random(2));
  drawElasticField(field, 0, new Random(2));
  elasticRow(field, 13);
  assert.ok(
    [...field.rowX, ...field.rowY].every((value) => Math.abs(value) === 0),
  );
});
