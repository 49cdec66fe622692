import assert from "node:assert/strict";
import { parseOptions } from "../../../train/cli/parse.ts";
import { resumeCommand } from "../../../train/cli/resume_command.ts";

Deno.test("resumeCommand() repeats the arguments and asks to resume, once", () => {
  assert.equal(resumeCommand([]), "deno task train --resume");
  assert.equal(
    resumeCommand(["--resume", "gan", "--gan=wgan-gp", "--seed", "3"]),
    "deno task train gan --gan=wgan-gp --seed 3 --resume",
  );
});

Deno.test("resumeCommand() leaves --overwrite out, which --resume conflicts with", () => {
  const command = resumeCommand(["recognizer", "--overwrite"]);
  assert.equal(command, "deno task train recognizer --resume");
  const args = command.split(" ").slice(3);
  assert.equal(parseOptions(args).resume, true);
});

Deno.test("resumeCommand() quotes what a shell would split or expand", () => {
  assert.equal(
    resumeCommand(["--out", "it's $HOME"]),
    `deno task train --out 'it'\\''s $HOME' --resume`,
  );
});
