/**
 * The generator's code, bundled as a script of its own: the page imports it
 * with the first generated digit.
 *
 * @module
 */

export * from "../../generator.ts";
