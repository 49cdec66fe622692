/**
 * The texts that page.html names.
 *
 * @module
 */

import { DRAW } from "./draw.ts";
import { READ } from "./read.ts";
import { SHELL } from "./shell.ts";

/** Texts by room, then by name. */
export const DOCUMENT_TEXTS = { shell: SHELL, draw: DRAW, read: READ } as const;
