import type { NetworkDescription } from "../../../src/network/description.ts";
import { Random } from "../../../src/network/random.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { Replica } from "../../../train/network/replica.ts";

/** A replica with random parameters; `keys` name their streams. */
export function randomReplica(
  network: NetworkDescription,
  ...keys: number[]
): Replica {
  return new Replica(
    network,
    initialParameters(
      parameterSpecs(network),
      (place) => new Random(...keys, place),
    ),
  );
}
