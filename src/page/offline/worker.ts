/// <reference lib="dom" />
/**
 * The service worker: keeps the page, engine and models for when there is no
 * network. Bundled into static/sw.js.
 *
 * @module
 */

import { answer } from "./answer.ts";
import { awayPage } from "./away.ts";
import { Versions } from "./versions.ts";

/** How long the server may take before the stored file is shown. */
const PATIENCE = 3000;

/** An event that keeps the worker alive. */
interface WaitingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

/** A request of a page. */
interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** The worker's global scope; Deno's types have none for it. */
interface WorkerScope {
  readonly location: Location;
  addEventListener(
    type: "install" | "activate",
    listener: (event: WaitingEvent) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (event: RequestEvent) => void,
  ): void;
  skipWaiting(): Promise<void>;
}

const scope = self as unknown as WorkerScope;
const versions = new Versions({
  caches,
  fetch: (url, init) => fetch(url, init),
  origin: scope.location.origin,
});

/** Whether a path is a file's, the page's or that of the models' figures. */
function isKept(path: string): boolean {
  return path === "/" || path === "/models" || /\.\w+$/.test(path);
}

scope.addEventListener("install", (event) => {
  event.waitUntil(versions.update().then(() => scope.skipWaiting()));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  const isNavigation = request.mode === "navigate";
  if (!isKept(pathname)) {
    if (isNavigation) event.respondWith(fetch(request).catch(awayPage));
    return;
  }
  event.respondWith(answer({
    ask: () => fetch(request),
    find: () => versions.find(pathname),
    patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  }));
  if (!isNavigation) return;
  // Without a network the stored version stays.
  event.waitUntil(versions.update().catch(() => {}));
});
