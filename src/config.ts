/**
 * The service's configuration: environment variables, checked at start.
 *
 * @module
 */

import { MAX_BODY_BYTES } from "./http/body.ts";
import type { RateLimit } from "./http/rate_limit.ts";

/** The least severe level that is logged. */
export type LogLevel = "off" | "error" | "warn" | "info";

/** The service's configuration. */
export interface Config {
  /** `PORT`: where to listen; 0 for any free port. */
  readonly port: number;
  /** `HOST`: the address to listen on, IPv4 or IPv6. */
  readonly hostname: string;
  /** `LOG`: what is logged. */
  readonly log: LogLevel;
  /** `METRICS`: whether requests are counted and `/metrics` is served. */
  readonly metrics: boolean;
  /** `CORS_ORIGINS`: the origins whose pages may read answers. */
  readonly corsOrigins: "*" | readonly string[];
  /** `MAX_BODY`: maximum body in bytes. */
  readonly maxBody: number;
  /**
   * `RATE_LIMIT`: how many requests a client may send in how much time, or
   * null.
   */
  readonly rateLimit: RateLimit | null;
  /**
   * `TRUST_PROXY`: number of proxies in front whose `X-Forwarded-For` is
   * trusted.
   */
  readonly trustProxy: number;
}

/** A variable with a value that is not allowed; the message is one line. */
export class ConfigError extends RangeError {
  /** Name of the class. */
  override readonly name = "ConfigError";
}

/** The largest limit on bodies: 64 MiB. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;

/**
 * The parser of each variable. It throws a description of the expected form.
 */
const READERS = {
  PORT: (text: string) => integer(text, 0, 65_535),
  HOST: (text: string) => {
    // `[::1]` as `::1`.
    const host = /^\[(.*:.*)\]$/.exec(text)?.[1] ?? text;
    const isHost = host.includes(":")
      ? /^[\da-f:.]+$/i.test(host) && URL.canParse(`http://[${host}]`)
      // 999.1.1.1 is neither a name nor an address.
      : /^\w[\w-]*(\.\w[\w-]*)*\.?$/.test(host) &&
        URL.canParse(`http://${host}`);
    if (isHost) return host;
    throw new RangeError("a host name, or an IPv4 or IPv6 address");
  },
  LOG: (text: string) => {
    const levels = ["off", "error", "warn", "info"] as const;
    const level = levels.find((level) => level === text);
    if (level !== undefined) return level;
    throw new RangeError(levels.join(", "));
  },
  METRICS: (text: string) => {
    if (text === "on" || text === "off") return text === "on";
    throw new RangeError("on or off");
  },
  CORS_ORIGINS: (text: string): "*" | readonly string[] => {
    if (text.trim() === "*") return "*";
    const origins = text.split(",").map((origin) => originOf(origin.trim()));
    if (origins.every((origin) => origin !== null)) return origins;
    throw new RangeError(
      "* or comma-separated origins such as https://example.com",
    );
  },
  MAX_BODY: (text: string) => integer(text, 1024, MOST_BODY_BYTES),
  RATE_LIMIT: (text: string): RateLimit | null => {
    if (text === "off") return null;
    const [requests, seconds] = text.split("/").map(Number);
    if (
      /^[1-9]\d{0,8}\/[1-9]\d{0,4}$/.test(text) && seconds! <= 86_400
    ) return { requests: requests!, seconds: seconds! };
    throw new RangeError("off or requests/seconds such as 100/60");
  },
  TRUST_PROXY: (text: string) => {
    if (text === "false") return 0;
    return text === "true" ? 1 : integer(text, 0, 10);
  },
};

/** The variables, such as `PORT`. */
export const VARIABLES: readonly string[] = Object.keys(READERS);

/**
 * Reads the configuration. A variable that is empty counts as unset.
 *
 * @param get Returns a variable's value, or undefined if it is unset.
 * @throws {ConfigError} naming the first variable whose value is not allowed.
 *
 * @example
 * ```ts
 * import { readConfig } from "./config.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(readConfig(() => undefined).port, 8000);
 * assert.throws(() => readConfig(() => "many"), {
 *   message: 'PORT is "many", expected a whole number from 0 to 65535',
 * });
 * ```
 */
export function readConfig(
  get: (name: string) => string | undefined,
): Config {
  const read = <N extends keyof typeof READERS>(
    name: N,
    preset: ReturnType<(typeof READERS)[N]>,
  ): ReturnType<(typeof READERS)[N]> => {
    const text = get(name);
    if (text === undefined || text === "") return preset;
    try {
      return READERS[name](text) as ReturnType<(typeof READERS)[N]>;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const found = JSON.stringify(text.slice(0, 100).toWellFormed());
      throw new ConfigError(`${name} is ${found}, expected ${error.message}`);
    }
  };
  return {
    port: read("PORT", 8000),
    hostname: read("HOST", "0.0.0.0"),
    log: read("LOG", "info"),
    metrics: read("METRICS", true),
    corsOrigins: read("CORS_ORIGINS", "*"),
    maxBody: read("MAX_BODY", MAX_BODY_BYTES),
    rateLimit: read("RATE_LIMIT", null),
    trustProxy: read("TRUST_PROXY", 0),
  };
}

/**
 * An environment variable. One that the permissions do not cover counts as
 * unset, without prompting.
 *
 * @param name The variable.
 */
export function environmentVariable(name: string): string | undefined {
  const descriptor = { name: "env", variable: name } as const;
  const { state } = Deno.permissions.querySync(descriptor);
  return state === "granted" ? Deno.env.get(name) : undefined;
}

function integer(text: string, low: number, high: number): number {
  const value = Number(text);
  if (/^\d{1,12}$/.test(text) && value >= low && value <= high) return value;
  throw new RangeError(`a whole number from ${low} to ${high}`);
}

/**
 * An origin as browsers write it in `Origin`, or null: `https://A.example:443`
 * as `https://a.example`.
 */
function originOf(text: string): string | null {
  if (/^https?:\/\/[^\s/?#@\\]+$/i.test(text)) {
    const { origin = "" } = URL.parse(text) ?? {};
    return /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin : null;
  }
  // Web views in apps use custom schemes, for which URL.origin is "null".
  const isCustom = /^(?!https?:)[a-z][a-z\d+.-]*:\/\/[\w.-]+(:\d{1,5})?$/i;
  return isCustom.test(text) ? text.toLowerCase() : null;
}
