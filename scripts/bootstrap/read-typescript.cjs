const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

/**
 * Lets `require` read TypeScript, in this thread: no loader thread and no helper process that could deadlock on a
 * busy machine.
 */
function readTypeScript() {
  process.setSourceMapsEnabled(true);
  Module._extensions['.ts'] = (module, file) => {
    const { code } = transformFileSync(file, {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    module._compile(code, file);
  };
}

module.exports = { readTypeScript };
