/**
 * One place for the page's state: a value that changes as a whole, and watchers
 * of its parts.
 *
 * @module
 */

/** Holds a state and notifies watchers of changes. */
export class Store<State extends object> {
  #state: State;
  readonly #watchers = new Set<() => void>();

  /**
   * Creates a store.
   *
   * @param state The first state.
   */
  constructor(state: State) {
    this.#state = state;
  }

  /** The current state. */
  get state(): State {
    return this.#state;
  }

  /**
   * Replaces some members of the state, then calls the watchers of what changed.
   *
   * @param change The new members.
   */
  update(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of [...this.#watchers]) watcher();
  }

  /**
   * Calls back after each change of a part of the state, and once at the start.
   *
   * @param pick Picks the part; it is compared by `Object.is`.
   * @param callback Receives the part.
   * @returns Stops watching.
   *
   * @example
   * ```ts
   * import assert from "node:assert/strict";
   * import { Store } from "./store.ts";
   *
   * const store = new Store({ seed: 1, digit: 3 });
   * const seeds: number[] = [];
   * const stop = store.watch(({ seed }) => seed, (seed) => seeds.push(seed));
   * store.update({ digit: 4 });
   * store.update({ seed: 2 });
   * stop();
   * store.update({ seed: 3 });
   * assert.deepEqual(seeds, [1, 2]);
   * ```
   */
  watch<Part>(
    pick: (state: State) => Part,
    callback: (part: Part) => void,
  ): () => void {
    let last = pick(this.#state);
    const watcher = (): void => {
      const part = pick(this.#state);
      if (Object.is(part, last)) return;
      last = part;
      callback(part);
    };
    this.#watchers.add(watcher);
    callback(last);
    return () => this.#watchers.delete(watcher);
  }
}
