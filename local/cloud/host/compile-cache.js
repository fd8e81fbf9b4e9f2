// @ts-check
const { isAscii } = require('node:buffer');
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { Script } = require('node:vm');

/** Compiling a file of this size is the largest part of its start. */
const WORTH_KEEPING = 200_000;
const COMPILED = path.join(__dirname, '../../../node_modules/.cache/tongxin-functions');

/**
 * Makes `require` reuse V8's code cache for large files.
 * @param {(error: unknown) => void} onUnkept called when the cache could not be written
 * @returns writes the cache; call it after the first call, when the lazily compiled functions are known
 */
function cacheLargeFiles(onUnkept) {
  /** @type {(() => void)[]} */
  const toKeep = [];
  const extensions = /** @type {any} */ (Module)._extensions;
  const plain = extensions['.js'];
  extensions['.js'] = (/** @type {any} */ module, /** @type {string} */ filename) => {
    const bytes = readFileSync(filename);
    if (bytes.length < WORTH_KEEPING) return plain(module, filename);
    // Decoding UTF-8 takes as long as running the module, and most bundles are ASCII. Old versions of Node.js cannot tell.
    const source = bytes.toString(isAscii?.(bytes) ? 'latin1' : 'utf8');
    // V8 refuses what was compiled under other flags: a process with flags of its own keeps its own.
    const key = createHash('sha256').update(bytes).update(`${process.version} ${cachedDataVersionTag()}`);
    const file = path.join(COMPILED, key.digest('hex'));
    const cachedData = readCompiled(file);
    const script = new Script(Module.wrap(source), { filename, ...(cachedData && { cachedData }) });
    if (!cachedData || script.cachedDataRejected) toKeep.push(() => writeCompiled(file, script));
    const require = Module.createRequire(filename);
    script
      .runInThisContext()
      .call(module.exports, module.exports, require, module, filename, path.dirname(filename));
  };
  return () => {
    for (const keep of toKeep.splice(0)) {
      try {
        keep();
      } catch (error) {
        onUnkept(error);
      }
    }
  };
}

/** @param {string} file */
function readCompiled(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // Not compiled before.
  }
}

/**
 * Written under a temporary name: several workers may do this concurrently. @param {string} file @param {Script}
 * script
 */
function writeCompiled(file, script) {
  mkdirSync(COMPILED, { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, script.createCachedData());
  renameSync(fresh, file);
}

module.exports = { cacheLargeFiles };
