/**
 * Counts requests and answers. This module only keeps numbers; the library that
 * formats them for Prometheus is loaded by the first scrape.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { createObserved } from "./observed.ts";
import type { RouteName } from "./route_name.ts";

/** Upper bounds of the histogram of seconds. */
export const SECONDS = [
  ...[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  ...[5, 10],
] as const;

/** Upper bounds of the histogram of confidences. */
export const CONFIDENCES = [
  ...[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1],
] as const;

/** Values in ranges. */
export interface Histogram {
  /** Upper bound of each range, ascending. */
  readonly bounds: readonly number[];
  /** Values in each range, and last those above all bounds. */
  readonly counts: number[];
  /** Sum of all values. */
  sum: number;
}

/** Requests of one method and route with one status. */
export interface RequestSeries {
  /** The method, `other` for unusual ones. */
  readonly method: string;
  /** The route's name. */
  readonly route: string;
  /** The answer's status. */
  readonly status: number;
  /** Seconds that each took. */
  readonly seconds: Histogram;
  /** Bytes of the requests' bodies. */
  bytesIn: number;
  /** Bytes of the answers' bodies. */
  bytesOut: number;
}

/** The counts so far. */
export interface Counts {
  /** When counting began, in milliseconds since 1970. */
  readonly since: number;
  /** Requests that are being answered. */
  inFlight: number;
  /** Answered requests. */
  readonly requests: Map<string, RequestSeries>;
  /** Confidences of the recognizer's answers. */
  readonly confidence: Histogram;
  /** Rejected answers, by reason. */
  readonly rejections: Map<string, number>;
}

/** Counts requests. */
export interface Metrics {
  /** Middleware that counts each request. */
  readonly count: MiddlewareHandler;
  /** What was counted. */
  readonly counts: Counts;
}

/** Methods that are counted separately: a client can send any. */
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"]);
const OTHER = "other";

/**
 * Creates a counter of requests.
 *
 * @param routeName Names the route of an answered request.
 */
export function createMetrics(routeName: RouteName): Metrics {
  const counts: Counts = {
    since: Date.now(),
    inFlight: 0,
    requests: new Map(),
    confidence: createHistogram(CONFIDENCES),
    rejections: new Map(),
  };
  return {
    counts,
    async count(c, next) {
      const start = performance.now();
      const observed = createObserved();
      c.set("observed", observed);
      counts.inFlight++;
      try {
        await next();
      } finally {
        counts.inFlight--;
      }
      const { status, headers } = c.res;
      const { method } = c.req;
      const series = seriesOf(counts.requests, method, routeName(c), status);
      addTo(series.seconds, (performance.now() - start) / 1000);
      series.bytesIn += observed.bytesIn;
      if (method !== "HEAD") {
        series.bytesOut += observed.bytesOut ||
          Number(headers.get("Content-Length") ?? 0);
      }
      for (const { confidence, reason } of observed.answers) {
        addTo(counts.confidence, confidence);
        if (!reason) continue;
        const before = counts.rejections.get(reason) ?? 0;
        counts.rejections.set(reason, before + 1);
      }
    },
  };
}

function seriesOf(
  requests: Counts["requests"],
  method: string,
  route: string,
  status: number,
): RequestSeries {
  const key = `${method} ${status} ${route}`;
  const known = requests.get(key);
  if (known !== undefined) return known;
  if (!METHODS.has(method) && method !== OTHER) {
    return seriesOf(requests, OTHER, route, status);
  }
  const seconds = createHistogram(SECONDS);
  const series = { method, route, status, seconds, bytesIn: 0, bytesOut: 0 };
  requests.set(key, series);
  return series;
}

function createHistogram(bounds: readonly number[]): Histogram {
  return { bounds, counts: new Array(bounds.length + 1).fill(0), sum: 0 };
}

function addTo(histogram: Histogram, value: number): void {
  const { bounds, counts } = histogram;
  let range = 0;
  while (range < bounds.length && value > bounds[range]!) range++;
  counts[range]!++;
  histogram.sum += value;
}
