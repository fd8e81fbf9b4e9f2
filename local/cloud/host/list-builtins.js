// @ts-check
/**
 * Names of the builtins that a program can reach, by the path of their owner: `''` are the globals, `Array` the static
 * members, `Array.prototype` the methods. `node list-builtins.js` prints them as JSON; `node18-builtins.json` is what
 * Node.js 18.15.0 prints.
 */

/** Owners that are not reachable from a global name. */
const hiddenOwners = () => {
  const { getPrototypeOf } = Object;
  const asyncGenerator = getPrototypeOf(async function* () {});
  return {
    '%TypedArray%': getPrototypeOf(Int8Array),
    '%TypedArray.prototype%': getPrototypeOf(Int8Array).prototype,
    '%Iterator.prototype%': getPrototypeOf(getPrototypeOf([][Symbol.iterator]())),
    '%AsyncIterator.prototype%': getPrototypeOf(getPrototypeOf(asyncGenerator.prototype)),
  };
};
/** Node's own objects: a thread has other members of them than a process, and libraries add to them. */
const SKIPPED = new Set(['process', 'console', 'global', 'globalThis', 'Buffer', 'performance']);

/**
 * @param {(path: string, owner: object, names: string[]) => void} visit is called with every owner and its own
 * names
 */
function forEachBuiltin(visit) {
  const seen = new Set();
  /** @param {string} path @param {any} owner */
  const walk = (path, owner) => {
    if (owner === null || (typeof owner !== 'object' && typeof owner !== 'function') || seen.has(owner))
      return;
    seen.add(owner);
    const names = Object.getOwnPropertyNames(owner);
    visit(path, owner, names);
    const isGlobal = owner === globalThis;
    for (const name of names) {
      if (isGlobal && SKIPPED.has(name)) continue;
      // Not read: a lazy global is listed but not inspected, since that would load it.
      const value = Object.getOwnPropertyDescriptor(owner, name)?.value;
      if (isOwner(name, value)) walk(path ? `${path}.${name}` : name, value);
    }
  };
  walk('', globalThis);
  for (const [path, owner] of Object.entries(hiddenOwners())) walk(path, owner);
}

/**
 * Prototypes, namespaces and classes; members of methods are not inspected. @param {string} name @param {any} value
 */
const isOwner = (name, value) => name === 'prototype' || typeof value === 'object' || /^[A-Z]/.test(name);

function listBuiltins() {
  /** @type {Record<string, string[]>} */
  const list = {};
  forEachBuiltin((path, _owner, names) => {
    list[path] = names.sort();
  });
  return list;
}

module.exports = { forEachBuiltin };

if (process.argv[1] === __filename) process.stdout.write(JSON.stringify(listBuiltins()));
