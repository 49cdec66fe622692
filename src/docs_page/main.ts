/**
 * Starts the viewer of the OpenAPI document on `/docs`. The build appends this
 * script to the bundle of swagger-ui-dist.
 *
 * @module
 */

/// <reference lib="dom" />

/** The viewer's options that are used here. */
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

/**
 * Whether the reader's system is in dark mode; the viewer needs a class for it.
 */
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
  // Each route already shows its schemas; a list of all of them adds nothing.
  defaultModelsExpandDepth: -1,
  // Do not send the document to the online validator.
  validatorUrl: null,
});

export {};
