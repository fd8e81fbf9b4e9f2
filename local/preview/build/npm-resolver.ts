import path from 'node:path';
import type { Plugin } from 'esbuild';
import { npmPlaces } from './npm-places';
import type { SourceFiles } from './source-files';

/** Resolves `import 'dayjs'` as a Mini Program does: in miniprogram_npm, made by `npm run build`. */
export function npmResolver(files: SourceFiles): Plugin {
  return {
    name: 'miniprogram-npm',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path: specifier, kind, importer }) => {
        if (kind === 'entry-point' || path.isAbsolute(specifier)) return undefined;
        // WeChat's compiler puts helpers of its own at the root; a script at the root names them without `./`.
        const user = path.relative(files.root, importer).split(path.sep).join('/');
        const bases = specifier.startsWith('@babel/runtime/') ? [specifier] : npmPlaces(user, specifier);
        // `require('./x')` may be written without `./`.
        const beside = path.posix.join(path.relative(files.root, path.dirname(importer)), specifier);
        const names = [
          ...bases.flatMap((base) => [`${base}.js`, `${base}/index.js`, base]),
          ...[beside, `${beside}.js`, `${beside}.ts`],
        ];
        const found = names.find(files.has);
        if (found) return { path: files.absolute(found) };
        return { errors: [{ text: `"${specifier}" is not in miniprogram_npm: npm run build makes it` }] };
      });
      onResolve({ filter: /^\/miniprogram_npm\// }, ({ path: specifier }) => {
        const found = [`${specifier}.js`, `${specifier}/index.js`, specifier].find(files.has);
        return found ? { path: files.absolute(found) } : undefined;
      });
    },
  };
}
