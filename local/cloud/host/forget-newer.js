// @ts-check
const { forEachBuiltin } = require('./list-builtins.js');

/** The SDK asks for these, and the answer takes 40 ms of loading; no function of the product needs them. */
const FETCH = ['fetch', 'FormData', 'Headers', 'Request', 'Response'];
/** Modules of Node.js that use a newer builtin themselves while they are loaded. */
const USERS_OF_NEWER = ['node:http'];

/**
 * Takes away, in this thread, the builtins that the functions' runtime does not have: what would fail in the cloud
 * fails here too. `fetch` and its classes go as well, which is stricter than the cloud. What Node.js does not let go
 * stays: `Symbol.dispose` and `Symbol.asyncDispose`. Members of lazy globals stay too.
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
