/**
 * The page's files, stored as complete versions: a version has every file and
 * the models, or it is not used.
 *
 * @module
 */

/** The part of the browser's `CacheStorage` that is needed. */
export type Caches = Pick<CacheStorage, "open" | "delete" | "keys">;

/** Options of {@linkcode Versions}. */
export interface VersionsOptions {
  /** Stores responses. */
  readonly caches: Caches;
  /** Sends requests. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Origin of the page, such as `https://example.org`. */
  readonly origin: string;
}

/** Start of every cache's name. */
const PREFIX = "inkling-";

/** The cache that names the current version. */
const POINTER = `${PREFIX}current`;

/** Lists the paths of all files but itself and the worker's script. */
const LIST = "/files.json";

/** Stores versions of the page and finds files in the newest. */
export class Versions {
  readonly #options: VersionsOptions;

  /**
   * Creates an instance; the browser keeps what is stored.
   *
   * @param options Storage and network.
   */
  constructor(options: VersionsOptions) {
    this.#options = options;
  }

  /**
   * Stores the version that the server has now, unless it is stored. The name
   * of a version is a hash of all entity tags, so a new model is a new version.
   *
   * @returns Resolves when it is complete and current.
   * @throws {TypeError} If a file cannot be fetched; the current version stays.
   */
  async update(): Promise<void> {
    const { caches } = this.#options;
    const list = await (await this.#fetch(LIST)).json() as string[];
    const files = await Promise.all(
      list.map(async (path) => [path, await this.#fetch(path)] as const),
    );
    const tags = files.map(([path, file]) =>
      `${path} ${file.headers.get("ETag")}`
    );
    const name = PREFIX + await hash(tags.join("\n"));
    const current = await this.#current();
    if (name === current) {
      await Promise.all(files.map(([, file]) => file.body?.cancel()));
      return;
    }
    const cache = await caches.open(name);
    await Promise.all(
      files.map(([path, file]) => cache.put(this.#url(path), file)),
    );
    const pointer = await caches.open(POINTER);
    // Last: until here, the earlier version is the current one.
    await pointer.put(this.#url("/"), new Response(name));
    const stale = (await caches.keys()).filter((key) =>
      key.startsWith(PREFIX) && ![POINTER, name].includes(key)
    );
    await Promise.all(stale.map((key) => caches.delete(key)));
  }

  /**
   * Finds a file in the current version.
   *
   * @param path Its path, such as `/page/main.js`.
   * @returns The file, or undefined if there is none.
   */
  async find(path: string): Promise<Response | undefined> {
    const name = await this.#current();
    if (name === undefined) return undefined;
    const cache = await this.#options.caches.open(name);
    return await cache.match(this.#url(path));
  }

  async #current(): Promise<string | undefined> {
    const pointer = await this.#options.caches.open(POINTER);
    return await (await pointer.match(this.#url("/")))?.text();
  }

  /** Asks the server, whatever the browser has cached. */
  async #fetch(path: string): Promise<Response> {
    const response = await this.#options.fetch(path, { cache: "no-cache" });
    if (response.ok) return response;
    throw new TypeError(`${path} answered ${response.status}, expected 200`);
  }

  #url(path: string): string {
    return new URL(path, this.#options.origin).href;
  }
}

async function hash(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(
    digest.subarray(0, 8),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}
