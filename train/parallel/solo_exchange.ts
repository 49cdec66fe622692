/**
 * The exchange of a group of one.
 *
 * @module
 */

import { allocateExchange, Exchange } from "./exchange.ts";
import type { Trainer } from "./trainer.ts";

/** An exchange for a trainer without other workers. */
export function soloExchange(trainer: Trainer): Exchange {
  return new Exchange(
    allocateExchange(1, trainer.parts, trainer.exchangeSize),
    0,
  );
}
