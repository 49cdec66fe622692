/**
 * Starts the viewer of the OpenAPI document in the page of `/docs`. The bundle of
 * swagger-ui-dist stands before it in the same file.
 *
 * @module
 */

/// <reference lib="dom" />

/** Options of the viewer that are set. */
interface ViewerOptions {
  readonly url: string;
  readonly dom_id: string;
  readonly deepLinking: boolean;
  readonly tryItOutEnabled: boolean;
  readonly defaultModelsExpandDepth: number;
  readonly validatorUrl: null;
}

/** The viewer, a global of its bundle. */
declare const SwaggerUIBundle: (options: ViewerOptions) => void;

/** Whether the reader's system is dark; the viewer looks at a class. */
const dark = matchMedia("(prefers-color-scheme: dark)");
const showScheme = () =>
  document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", showScheme);
showScheme();

SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#viewer",
  deepLinking: true,
  tryItOutEnabled: true,
  // The document's schemas stand beside each route; a list of them adds none.
  defaultModelsExpandDepth: -1,
  // No document is sent anywhere.
  validatorUrl: null,
});

export {};
