/**
 * Raised by meaning: a change of results is a new version. It stands beside hashes, never inside
 * them.
 */
export const ENGINE_VERSION = "0.1.0";
