/**
 * What the project's configuration says about itself. The service may read
 * src/, not deno.json; a test compares them.
 *
 * @module
 */

/** The version of service and client. */
export const VERSION = "0.1.0";

/** The license's SPDX identifier. */
export const LICENSE = "MIT";
