/**
 * The introduction of `/docs`: what the service does, and how an app sends a
 * drawing.
 *
 * @module
 */

/**
 * Markdown, with an example each for curl, TypeScript, Python, Swift, Kotlin and
 * a page.
 */
export const GUIDE = `Reads and generates handwritten digits.

An app that has a finger's strokes posts them to \`/recognize\`: for each stroke
the \`x\` and the \`y\` of its points, x to the right, y **down**, in any unit. No
key, no size, no thickness. \`digit\` is the best guess in any case; where
\`rejected\` is true, \`reason\` says why, and the app should ask again.

\`\`\`sh
curl -s localhost:8000/recognize -H 'Content-Type: application/json' \\
  -d '{"strokes": [{"x": [20, 80, 50], "y": [20, 20, 110]}]}'
\`\`\`

\`\`\`ts
const seven = { strokes: [{ x: [20, 80, 50], y: [20, 20, 110] }] };
const response = await fetch("http://localhost:8000/recognize", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(seven),
});
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);
console.log(answer.digit, answer.rejected);
\`\`\`

\`\`\`python
import json
from urllib.request import Request, urlopen

seven = json.dumps({"strokes": [{"x": [20, 80, 50], "y": [20, 20, 110]}]})
request = Request("http://localhost:8000/recognize", seven.encode(),
                  {"Content-Type": "application/json"})
with urlopen(request) as response:
    print(json.load(response)["digit"])
\`\`\`

\`\`\`swift
var request = URLRequest(url: URL(string: "http://localhost:8000/recognize")!)
request.httpMethod = "POST"
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data(#"{"strokes": [{"x": [20, 80, 50], "y": [20, 20, 110]}]}"#.utf8)
let (data, _) = try await URLSession.shared.data(for: request)
struct Answer: Decodable { let digit: Int, rejected: Bool }
print(try JSONDecoder().decode(Answer.self, from: data).digit)
\`\`\`

\`\`\`kotlin
val seven = """{"strokes": [{"x": [20, 80, 50], "y": [20, 20, 110]}]}"""
val request = Request.Builder().url("http://localhost:8000/recognize")
    .post(seven.toRequestBody("application/json".toMediaType())).build() // OkHttp
OkHttpClient().newCall(request).execute().use { response ->
    println(JSONObject(response.body!!.string()).getInt("digit"))
}
\`\`\`

In place of \`localhost:8000\`, put the address that you opened this page at. A
phone reaches a computer by the computer's address, Android's emulator by
\`10.0.2.2\`; both systems refuse plain HTTP unless the app allows it.
Swift encodes a \`CGPoint\` as a pair: send lists of \`x\` and \`y\` instead. A
picture of the drawing is a body of its own, as \`image/png\` or \`image/jpeg\`.

Pages of any origin, and files opened in a browser, may call the service.
\`/client.js\` is a module for them: it takes strokes from a finger, pen or mouse
and repeats refused requests. This page reads a digit whenever the pen lifts:

\`\`\`html
<meta name="viewport" content="width=device-width">
<canvas width="300" height="300" style="border: 1px solid"></canvas>
<output></output>
<script type="module">
import { createClient, recordStrokes } from "http://localhost:8000/client.js";

const inkling = createClient("http://localhost:8000");
const [canvas, output] = document.querySelectorAll("canvas, output");

const pen = recordStrokes(canvas);
canvas.onpointerup = async () =>
  output.value = (await inkling.recognize(pen)).digit;

const ink = canvas.getContext("2d");
canvas.onpointermove = () => {
  for (const { x, y } of pen.strokes) {
    const line = new Path2D();
    x.forEach((x, i) =>
      line.lineTo(x - canvas.offsetLeft, y[i] - canvas.offsetTop)
    );
    ink.stroke(line);
  }
};
</script>
\`\`\`

A refusal is \`application/problem+json\`: \`detail\` says what was found and what
was expected, \`errors\` points at the fields. After 429 and 503, wait for the
seconds in \`Retry-After\`. \`X-Request-Id\` finds a request in the log.`;

/** What \`POST /recognize\` accepts and answers. */
export const RECOGNIZE_GUIDE = `Reads one digit of each input, or all of its
digits with \`mode=number\`. An input is one of

- \`strokes\`: points in the order of drawing, y down, in any unit;
- \`pixels\`: rows of \`width\` x \`height\` numbers, 0 to 255, either polarity;
- \`image\`: a PNG, JPEG or WebP file in base64, or a data URL;
- a picture as the whole body, or files named \`image\` in a form;
- 784 bytes for each image: rows of 28x28, 0 paper, 255 ink.

\`confidence\` is the probability of \`digit\`, \`probabilities\` those of 0 to 9. A
\`box\` has the picture's pixels, or the strokes' own unit.`;
