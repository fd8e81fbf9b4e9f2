// @ts-check
const { forEachBuiltin } = require('./list-builtins.js');

/** The SDK probes for these, and loading them takes 40 ms; no function of the product needs them. */
const FETCH = ['fetch', 'FormData', 'Headers', 'Request', 'Response'];
/** Modules of Node.js that use a newer builtin themselves while they are loaded. */
const USERS_OF_NEWER = ['node:http'];

/**
 * Removes, in this thread, the builtins that the functions' runtime lacks, so that code that fails in the cloud
 * fails here too. `fetch` and its classes are removed as well, which is stricter than the cloud. `Symbol.dispose`
 * and `Symbol.asyncDispose` cannot be removed; members of lazy globals stay too.
 */
function forgetNewerBuiltins() {
  for (const name of USERS_OF_NEWER) require(name);
  /** @type {Record<string, string[] | undefined>} */
  const known = require('./node18-builtins.json');
  forEachBuiltin((path, owner, names) => {
    const kept = known[path] && new Set(known[path]);
    if (kept) for (const name of names) if (!kept.has(name)) Reflect.deleteProperty(owner, name);
  });
  for (const name of FETCH) Reflect.deleteProperty(globalThis, name);
}

module.exports = { forgetNewerBuiltins };
