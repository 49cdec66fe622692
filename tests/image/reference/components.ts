/**
 * Connected components by their definition: two pixels of ink are in one
 * component if a path of neighbouring pixels of ink leads from one to the other.
 *
 * @module
 */

/** Places of the pixels of each component, both in reading order. */
export function floodFill(
  ink: Uint8Array,
  width: number,
  threshold: number,
): number[][] {
  const isInk = (at: number) => ink[at]! > threshold;
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let start = 0; start < ink.length; start++) {
    if (!isInk(start) || seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    for (const at of component) {
      const x = at % width;
      for (const dy of [-1, 0, 1]) {
        for (const dx of [-1, 0, 1]) {
          const to = at + dy * width + dx;
          const isInside = x + dx >= 0 && x + dx < width && to >= 0 &&
            to < ink.length;
          if (!isInside || !isInk(to) || seen.has(to)) continue;
          seen.add(to);
          component.push(to);
        }
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components;
}
