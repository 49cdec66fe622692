import assert from "node:assert/strict";
import { LogTail } from "../../../train/dashboard/log_tail.ts";
import { withFolder } from "./fixture.ts";

const append = (path: string, text: string): void =>
  Deno.writeTextFileSync(path, text, { append: true });

Deno.test("LogTail.read() returns each complete line once", () =>
  withFolder((folder) => {
    const path = `${folder}/log`;
    const tail = new LogTail(path);
    assert.deepEqual(tail.read(), { isNew: false, records: [] });
    append(path, '{"step":1}\n{"st');
    assert.deepEqual(tail.read().records, [{ step: 1 }]);
    assert.deepEqual(tail.read().records, []);
    append(path, 'ep":2}\n');
    assert.deepEqual(tail.read(), { isNew: false, records: [{ step: 2 }] });
    return Promise.resolve();
  }));

Deno.test("LogTail.read() starts over when the log is truncated or removed", () =>
  withFolder((folder) => {
    const path = `${folder}/log`;
    const tail = new LogTail(path);
    append(path, '{"step":1}\n{"step":2}\n');
    tail.read();
    Deno.truncateSync(path, 11);
    assert.deepEqual(tail.read(), { isNew: true, records: [{ step: 1 }] });
    Deno.removeSync(path);
    assert.deepEqual(tail.read(), { isNew: true, records: [] });
    return Promise.resolve();
  }));

Deno.test("LogTail.read() refuses lines that are not JSON objects", () =>
  withFolder((folder) => {
    for (const line of ["step", "[1]", "null"]) {
      const path = `${folder}/${line}`;
      append(path, `${line}\n`);
      assert.throws(() => new LogTail(path).read(), SyntaxError);
    }
    return Promise.resolve();
  }));
