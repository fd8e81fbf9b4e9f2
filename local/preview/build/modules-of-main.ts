import path from 'node:path';
import type { Plugin } from 'esbuild';
import type { SourceFiles } from './source-files';

/**
 * Modules outside of a subpackage are those of the script that is there already, because a module runs once: they are
 * asked for by their path, which is added to `shared`.
 */
export function modulesOfMain(files: SourceFiles, root: string, shared: Set<string>): Plugin {
  const namespace = 'module-of-main';
  return {
    name: namespace,
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path: specifier, importer, resolveDir, kind, pluginData }) => {
        if (kind === 'entry-point' || pluginData === namespace || importer.endsWith('preview-entry.js'))
          return null;
        const found = await resolve(specifier, { importer, resolveDir, kind, pluginData: namespace });
        const logical = path.relative(files.root, found.path).split(path.sep).join('/');
        if (found.errors.length > 0 || logical.startsWith(`${root}/`)) return found;
        shared.add(logical);
        return { path: logical, namespace };
      });
      // CommonJS, so that any named import of it is possible.
      onLoad({ filter: /.*/, namespace }, ({ path: logical }) => ({
        contents: `module.exports=__moduleOfMain(${JSON.stringify(logical)})`,
        loader: 'js',
      }));
    },
  };
}
