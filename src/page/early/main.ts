/// <reference lib="dom" />
/**
 * Keeps what is drawn before the page's script has arrived, and shows it: on a
 * slow network people draw as soon as they see the square.
 *
 * A script of its own, as small as possible. It imports nothing, since a chunk
 * shared with the page would arrive no sooner; take_over.ts is the other side.
 *
 * @module
 */

/** Events of a pen on the square. */
const TYPES = [
  "pointerdown",
  "pointermove",
  "pointerup",
  "pointercancel",
] as const;

/** What take_over.ts receives: events with the square's place at that time. */
const kept: [event: PointerEvent, box: DOMRect][] = [];

/** Width of the line by the side of the square, about that of draw/pad.ts. */
const LINE_WIDTH = 0.058;

/** The pen that is down. */
let pen: number | null = null;

function keep(event: PointerEvent): void {
  const pad = document.getElementById("pad");
  if (!(pad instanceof HTMLCanvasElement)) return;
  // The page's script is there: this one came late.
  if ("taken" in pad.dataset) return stop();
  // A link to something else: the square is not what was asked for.
  if (!/^(#draw)?$/.test(location.hash)) return;
  const { type, pointerId, target } = event;
  if (type === "pointerdown") {
    if (pen !== null || target !== pad || event.button !== 0) return;
    pen = pointerId;
    pad.setPointerCapture(pointerId);
    pad.parentElement?.classList.remove("blank");
  }
  if (pointerId !== pen) return;
  const box = pad.getBoundingClientRect();
  kept.push([event, box]);
  paint(pad, box);
  if (type !== "pointerdown" && type !== "pointermove") pen = null;
}

/** Joins the last two points. */
function paint(pad: HTMLCanvasElement, box: DOMRect): void {
  const side = Math.round(box.width * devicePixelRatio);
  if (kept.length === 1) pad.width = pad.height = side;
  const context = pad.getContext("2d");
  const [last, before] = [kept.at(-1)![0], kept.at(-2)?.[0]];
  const from = last.type === "pointerdown" ? last : before;
  if (context === null || from === undefined) return;
  context.strokeStyle = getComputedStyle(pad).color;
  context.lineWidth = LINE_WIDTH * side;
  context.lineCap = "round";
  context.beginPath();
  for (const { clientX, clientY } of [from, last]) {
    context.lineTo(
      (clientX - box.left) * devicePixelRatio,
      (clientY - box.top) * devicePixelRatio,
    );
  }
  context.stroke();
}

function handOver(event: Event): void {
  (event as CustomEvent<(events: typeof kept) => void>).detail(kept);
  stop();
}

function stop(): void {
  for (const type of TYPES) removeEventListener(type, keep, true);
  removeEventListener("takeover", handOver);
}

for (const type of TYPES) addEventListener(type, keep, true);
addEventListener("takeover", handOver);
