/**
 * The ways in which people are taught to write digits, as pen strokes: those that MNIST, written
 * in the United States, has few of (flagged and footed ones, barred sevens, open and
 * lightning fours) beside those that it has many of.
 *
 * They come from no data set: they are what school copybooks show. drawn_digit.ts varies them.
 *
 * @module
 */

/** A place on a sheet 100 wide and 140 high: [x, y] from the top left. */
export type Place = readonly [number, number];

/**
 * Places that the pen passes smoothly; one that is given twice in a row is a corner.
 */
export type StrokeTemplate = readonly Place[];

/** One way of writing a digit: its strokes, in order. */
export type DigitTemplate = readonly StrokeTemplate[];

/** Turns "x,y x,y …" into places; a place followed by "!" is a corner. */
function stroke(text: string): StrokeTemplate {
  return text.split(" ").flatMap((word) => {
    const [x, y] = word.replace("!", "").split(",").map(Number);
    const place: Place = [x!, y!];
    return word.endsWith("!") ? [place, place] : [place];
  });
}

function ways(...variants: string[][]): readonly DigitTemplate[] {
  return variants.map((strokes) => strokes.map(stroke));
}

/** For each digit the ways of writing it. */
export const DIGIT_TEMPLATES: readonly (readonly DigitTemplate[])[] = [
  ways(
    ["55,0 20,20 5,70 20,125 55,140 85,118 98,65 82,15 52,1"],
    ["70,12 35,2 8,45 10,105 45,140 85,112 92,50 70,5 45,12"],
  ),
  ways(
    ["50,0! 50,140"],
    ["30,30 58,0! 58,140"],
    ["5,62 60,0! 60,140"],
    ["10,48 55,0! 55,140", "20,140! 92,140"],
    ["30,22 52,0! 52,140", "15,138! 88,140"],
  ),
  ways(
    ["8,35 28,6 62,2 88,32 72,70 38,105 5,138! 98,138"],
    ["8,30 40,0 85,20 75,70 35,118 12,132 8,112 32,110 60,130 98,130"],
    ["5,18 48,0 88,22 68,72 5,140! 100,132"],
  ),
  ways(
    ["8,18 45,0 84,24 70,56 36,66! 78,72 98,104 62,138 22,136 2,116"],
    ["6,2! 88,2! 42,56! 82,66 98,102 62,140 5,126"],
    ["10,14 48,0 82,28 50,62 88,86 88,124 45,140 5,122"],
  ),
  ways(
    ["28,0 6,82! 98,82", "72,15! 68,140"],
    ["70,140 70,0! 2,96! 100,96"],
    ["48,0 5,78! 96,72", "62,44! 56,140"],
    ["18,0 15,60 28,76 80,70", "82,0! 76,140"],
  ),
  ways(
    ["20,2 14,62! 52,50 92,76 86,122 42,140 2,122", "20,2! 94,0"],
    ["94,0 22,2! 14,62! 54,50 94,80 80,130 36,140 0,126"],
    ["88,4 36,2 18,30 34,58 78,70 92,108 52,140 4,128"],
  ),
  ways(
    ["76,0 34,38 6,92 20,130 54,140 90,114 78,80 44,74 10,98"],
    ["52,0 18,62 8,112 42,140 84,122 80,86 46,78 14,104"],
    ["86,14 52,2 14,48 6,108 44,140 88,118 84,82 50,72 10,96"],
  ),
  ways(
    ["2,2! 98,2! 38,140"],
    ["4,4! 96,2! 40,140", "18,70! 84,66"],
    ["2,28 6,2! 96,4! 46,140", "24,72! 86,70"],
    ["2,26 8,4! 94,0! 54,66 42,140"],
  ),
  ways(
    ["84,20 50,0 16,26 44,64 88,104 52,140 10,110 46,70 82,34 80,14"],
    ["50,0 18,30 48,64 84,32 52,0", "50,64 8,102 48,140 92,104 52,64"],
    ["50,66 16,34 50,2 84,32 52,66 12,104 50,140 90,106 50,66"],
  ),
  ways(
    ["88,24 50,0 12,32 32,68 74,54 90,18! 88,80 80,140"],
    ["86,26 48,0 10,34 36,70 78,52 88,22! 92,90 62,134 12,130"],
    ["84,20 44,2 12,36 40,66 80,44 86,14 84,84 46,140"],
  ),
];
