/// <reference lib="dom" />
/**
 * Paints boxes over what was read, each with its digit.
 *
 * @module
 */

/** A box with a label. */
export interface LabelledBox {
  /** Left edge. */
  readonly x: number;
  /** Top edge. */
  readonly y: number;
  /** Width. */
  readonly width: number;
  /** Height. */
  readonly height: number;
  /** What was read in it. */
  readonly label: string;
  /** Whether that is unsure: the box is dashed. */
  readonly isUnsure: boolean;
}

/** How boxes look. */
export interface BoxStyle {
  /** Colour of the lines and behind the labels. */
  readonly color: string;
  /** Colour of the labels. */
  readonly text: string;
  /** Size of a label, in the context's units. */
  readonly size: number;
  /** Distance of the box from the ink, in the same units. */
  readonly margin: number;
}

/**
 * Paints boxes.
 *
 * @param context In the units of the boxes.
 * @param boxes The boxes.
 * @param style Colours and sizes.
 */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  boxes: readonly LabelledBox[],
  { color, text, size, margin }: BoxStyle,
): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `600 ${size * 0.72}px sans-serif`;
  context.lineWidth = size / 12;
  for (const { x, y, width, height, label, isUnsure } of boxes) {
    const [left, top] = [x - margin, y - margin];
    context.setLineDash(isUnsure ? [size / 4, size / 4] : []);
    context.strokeStyle = color;
    context.beginPath();
    context.roundRect(
      left,
      top,
      width + 2 * margin,
      height + 2 * margin,
      size / 4,
    );
    context.stroke();
    // Inside the canvas even where the ink touches its edge.
    const labelTop = Math.max(0, top - size / 2);
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(left, labelTop, size, size, size / 4);
    context.fill();
    context.fillStyle = text;
    context.fillText(label, left + size / 2, labelTop + size * 0.54);
  }
  context.setLineDash([]);
}
