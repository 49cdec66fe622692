/**
 * `GET /metrics`: the counts, in Prometheus' text format.
 *
 * @see {@link https://prometheus.io/docs/instrumenting/exposition_formats/ | Prometheus, exposition formats}
 * @module
 */

import type { Handler } from "hono";
import { AggregatorRegistry } from "prom-client";
import type { Counts, Histogram } from "../http/metrics.ts";
import { queryOf, readQuery } from "../http/query.ts";

/** Media type of the answer. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Names of labels, and their values. */
type Labels = Readonly<Record<string, string | number>>;

/** A value of a metric, by its labels. */
interface Value {
  /** The metric's name, and what a histogram adds to it. */
  readonly metricName: string;
  readonly labels: Labels;
  readonly value: number;
}

/** A metric in the JSON form of prom-client's registries. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly aggregator: "first";
  readonly values: readonly Value[];
}

/**
 * A handler that writes the counts with prom-client.
 *
 * @param counts The counts, which middleware keeps up to date.
 */
export function writeMetrics(counts: Counts): Handler {
  return async (c) => {
    readQuery(queryOf(c), {});
    const registry = AggregatorRegistry.aggregate([metricsOf(counts)]);
    const text = await registry.metrics();
    return c.body(text, 200, {
      "Content-Type": METRICS_TYPE,
      "Content-Length": String(text.length),
      "Cache-Control": "no-store",
    });
  };
}

function metricsOf({ since, inFlight, ...counts }: Counts): Metric[] {
  const requests = [...counts.requests.values()].map((series) => {
    const { method, route, status } = series;
    return [{ method, route, status }, series] as const;
  });
  return [
    counter(
      "http_requests_total",
      "Answered requests",
      requests.map(([labels, { seconds }]) => [labels, countOf(seconds)]),
    ),
    histogram(
      "http_request_duration_seconds",
      "Seconds until a request is answered",
      requests.map(([labels, { seconds }]) => [labels, seconds]),
    ),
    counter(
      "http_request_body_bytes_total",
      "Bytes of bodies that were read",
      requests.map(([labels, { bytesIn }]) => [labels, bytesIn]),
    ),
    counter(
      "http_response_body_bytes_total",
      "Bytes of answers' bodies",
      requests.map(([labels, { bytesOut }]) => [labels, bytesOut]),
    ),
    gauge("http_requests_in_flight", "Requests being answered", inFlight),
    histogram(
      "inkling_confidence",
      "Confidence of the recognizer's answers",
      [[{}, counts.confidence]],
    ),
    counter(
      "inkling_rejections_total",
      "Answers that are rejected, by reason",
      [...counts.rejections].map(([reason, count]) => [{ reason }, count]),
    ),
    gauge(
      "process_start_time_seconds",
      "When counting began, in seconds since 1970",
      since / 1000,
    ),
    gauge(
      "process_resident_memory_bytes",
      "Resident memory of the process",
      Deno.memoryUsage().rss,
    ),
  ];
}

function counter(
  name: string,
  help: string,
  counts: readonly (readonly [Labels, number])[],
): Metric {
  const values = counts.map(([labels, value]) => ({
    metricName: name,
    labels,
    value,
  }));
  return { name, help, type: "counter", aggregator: "first", values };
}

function gauge(name: string, help: string, value: number): Metric {
  return { ...counter(name, help, [[{}, value]]), type: "gauge" };
}

/** A histogram for each set of labels. Buckets are cumulative. */
function histogram(
  name: string,
  help: string,
  histograms: readonly (readonly [Labels, Histogram])[],
): Metric {
  const values = histograms.flatMap(([labels, { bounds, counts, sum }]) => {
    let value = 0;
    const buckets = counts.map((count, range) => {
      value += count;
      const le = bounds[range] ?? "+Inf";
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value },
    ];
  });
  return { name, help, type: "histogram", aggregator: "first", values };
}

function countOf({ counts }: Histogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
