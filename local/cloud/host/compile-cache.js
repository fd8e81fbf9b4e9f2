// @ts-check
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

/** A file of this size spends more time on being compiled than on anything else it does at its start. */
const WORTH_KEEPING = 200_000;
const COMPILED = path.join(__dirname, '../../../node_modules/.cache/tongxin-functions');

/**
 * Makes `require` compile large files with what V8 compiled the last time.
 * @param {(error: unknown) => void} onUnkept told when what was compiled could not be kept
 * @returns to be called once a call has shown what is needed: it keeps that for the next instance
 */
function cacheLargeFiles(onUnkept) {
  /** @type {(() => void)[]} */
  const toKeep = [];
  const extensions = /** @type {any} */ (Module)._extensions;
  const plain = extensions['.js'];
  extensions['.js'] = (/** @type {any} */ module, /** @type {string} */ filename) => {
    const source = readFileSync(filename, 'utf8');
    if (source.length < WORTH_KEEPING) return plain(module, filename);
    const key = createHash('sha256').update(source).update(process.version).update(process.arch);
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

/** Under another name first: several workers may do this at once. @param {string} file @param {Script} script */
function writeCompiled(file, script) {
  mkdirSync(COMPILED, { recursive: true });
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, script.createCachedData());
  renameSync(fresh, file);
}

module.exports = { cacheLargeFiles };
