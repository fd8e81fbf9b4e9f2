import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildFailure, type Message, type Plugin, transform } from 'esbuild';
import type { SourceFiles } from './source-files';

const LOADERS = { '.js': 'js', '.ts': 'ts' } as const;
const MODULE_SYNTAX = /^\s*(?:import|export)\b/m;
const COMMON_JS = /\bexports\s*[.,[)=]/;

/**
 * WeChat's compiler makes CommonJS of every module, so that `import` and `module.exports` may stand in one file,
 * and a name that a module does not export is undefined. Here that is done with such files and with the
 * `incomplete` ones: source positions in other files stay exact.
 */
export function commonJs(files: SourceFiles, incomplete: readonly string[]): Plugin {
  return {
    name: 'common-js',
    setup({ onLoad }) {
      onLoad({ filter: /\.[jt]s$/, namespace: 'file' }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        const logical = path.relative(files.root, file);
        const isMixed = MODULE_SYNTAX.test(source) && COMMON_JS.test(source);
        if (!isMixed && !incomplete.includes(logical)) return undefined;
        const loader = LOADERS[path.extname(file) as keyof typeof LOADERS];
        try {
          const options = { format: 'cjs', target: 'es2020', charset: 'utf8', tsconfigRaw: '{}' } as const;
          const sourcefile = path.basename(file);
          const { code } = await transform(source, { ...options, loader, sourcefile, sourcemap: 'inline' });
          return { contents: code, loader: 'js' };
        } catch (failure) {
          return { errors: (failure as BuildFailure).errors.map((each) => placedIn(logical, each)) };
        }
      });
    },
  };
}

const placedIn = (file: string, error: Message): Message => ({
  ...error,
  location: error.location && { ...error.location, file },
});

/** Files that lack a name that others import, if a build failed on nothing else; otherwise null. */
export function incompleteModulesOf(failure: unknown): string[] | null {
  const { errors } = failure as Partial<BuildFailure>;
  if (!Array.isArray(errors)) return null;
  const found = errors.map(({ text }) => /^No matching export in "(.+?)" for import/.exec(text)?.[1]);
  return found.every((each) => each !== undefined) ? [...new Set(found)] : null;
}
