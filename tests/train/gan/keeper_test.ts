import assert from "node:assert/strict";
import type { NetworkDescription } from "../../../src/network/description.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { CheckupMeasures } from "../../../train/gan/checkup.ts";
import { Keeper } from "../../../train/gan/keeper.ts";
import type { GanReplicas } from "../../../train/gan/step.ts";
import type { Replica } from "../../../train/network/replica.ts";
import {
  allocateExchange,
  Exchange,
} from "../../../train/parallel/exchange.ts";
import { GOOD } from "./measures.ts";
import { randomReplica } from "../network/random_replica.ts";

await initBackend("wasm");

function replica(name: string): Replica {
  const network: NetworkDescription = {
    name,
    inputShape: [3],
    layers: [{
      type: "dense",
      name: "out",
      units: 2,
      activation: "linear",
      batchNorm: false,
    }],
  };
  return randomReplica(network, 1);
}

/** A keeper whose checkups return the given results, and its networks. */
function keeperOf(found: Partial<CheckupMeasures>[]): {
  keeper: Keeper;
  replicas: GanReplicas;
  train: () => void;
} {
  const replicas = {
    generator: replica("generator"),
    discriminator: replica("discriminator"),
  };
  const keeper = new Keeper({
    measure: () => Promise.resolve({ ...GOOD, ...found.shift() }),
  }, replicas);
  const adam = {
    learningRate: 0.1,
    beta1: 0,
    beta2: 0.99,
    weightDecay: 0,
    step: 1,
  };
  const train = (): void => {
    keeper.addLoss(0.6);
    for (const replica of Object.values(replicas)) {
      const total = new Float32Array(replica.exchangeSize).fill(1);
      replica.applyGradients(total, adam);
      replica.updateAverages(total, 0.5);
    }
  };
  return { keeper, replicas, train };
}

const exchange = () => new Exchange(allocateExchange(1, 2, 16), 0);

Deno.test("Keeper.examine() keeps the averages of the best checkup", async () => {
  const { keeper, replicas, train } = keeperOf([
    { frechet_distance: 2 },
    { frechet_distance: 1 },
    { frechet_distance: 3 },
  ]);
  assert.equal(keeper.best(), undefined);
  await keeper.examine(1, exchange());
  train();
  await keeper.examine(2, exchange());
  const best = await replicas.generator.averages();
  train();
  const { measures, note } = await keeper.examine(3, exchange());
  assert.deepEqual(keeper.best(), best);
  assert.notDeepEqual(await replicas.generator.averages(), best);
  assert.equal(measures.best_step, 2);
  assert.equal(measures.frechet_distance, 3);
  assert.equal(note, undefined);
});

Deno.test("Keeper.examine() goes back to the healthy networks of a collapsed run", async () => {
  const { keeper, replicas, train } = keeperOf([{}, { coverage: 0.1 }]);
  train();
  await keeper.examine(5, exchange());
  const healthy = await replicas.discriminator.state();
  train();
  assert.notDeepEqual(await replicas.discriminator.state(), healthy);
  const { measures, note } = await keeper.examine(10, exchange());
  assert.deepEqual(await replicas.discriminator.state(), healthy);
  assert.equal(measures.rollbacks, 1);
  assert.match(note!, /step 10: the coverage is 10.0 %.*step 5, rollback 1/);
});

Deno.test("Keeper.restore() resumes exactly, including the rollback", async () => {
  const runs = [
    keeperOf([{}, { coverage: 0.1 }]),
    keeperOf([{ coverage: 0.1 }]),
  ];
  const [first, second] = runs as [typeof runs[0], typeof runs[0]];
  first.train();
  await first.keeper.examine(5, exchange());
  first.train();
  second.keeper.restore(first.keeper.state());
  await first.keeper.examine(10, exchange());
  await second.keeper.examine(10, exchange());
  assert.deepEqual(second.keeper.state(), first.keeper.state());
  assert.deepEqual(
    await second.replicas.generator.state(),
    await first.replicas.generator.state(),
  );
});
