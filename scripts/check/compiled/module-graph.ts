import path from 'node:path';
import { build } from 'esbuild';
import type { FileSet } from '../../wechat/file-set';

/** One `require` of a script, or one reference of a page, template, style sheet or WXS. */
export interface Reference {
  readonly from: string;
  /** As written. */
  readonly wanted: string;
  /** The file that the platform would load; undefined if there is none. */
  readonly target: string | undefined;
  /** Something else is shown until the package of the target is loaded. */
  readonly hasPlaceholder?: boolean;
}

const NAMESPACE = 'mini-program';
/** Helpers that the compiler adds for syntax that old phones lack. */
const HELPERS = '@babel/runtime/';

/** Every `require` in the scripts of the output, as parsed by esbuild. @throws esbuild's syntax errors */
export async function scriptReferences(files: FileSet): Promise<Reference[]> {
  const found: Reference[] = [];
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
  await build({
    entryPoints: scripts,
    bundle: true,
    write: false,
    outdir: 'unused',
    logLevel: 'silent',
    plugins: [
      {
        name: 'collect-references',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path: wanted, importer, kind }) => {
            if (kind === 'entry-point') return { path: wanted, namespace: NAMESPACE };
            found.push({ from: importer, wanted, target: resolveScript(files, importer, wanted) });
            return { path: wanted, external: true };
          });
          onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => ({
            contents: files.get(name)?.toString('utf8') ?? '',
            loader: 'js',
          }));
        },
      },
    ],
  });
  return found;
}

/**
 * Resolves like the platform: relative to the file or, for a package, in each `miniprogram_npm` on the way up. The
 * compiler's own helpers lie at the root; a script at the root names them without `./`.
 */
function resolveScript(files: FileSet, from: string, wanted: string): string | undefined {
  const isBeside = /^\.{0,2}\//.test(wanted) || wanted.startsWith(HELPERS);
  const bases = isBeside ? [absolute(from, wanted)] : npmPlaces(from, wanted);
  return bases.flatMap((base) => [base, `${base}.js`, `${base}/index.js`]).find((name) => files.has(name));
}

/** Where a package that `from` names may lie: in each `miniprogram_npm` on the way up. */
export const npmPlaces = (from: string, wanted: string): string[] =>
  foldersAbove(from).map((folder) => path.posix.join(folder, 'miniprogram_npm', wanted));

function foldersAbove(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [''] : [folder, ...foldersAbove(folder)];
}

/** Path from the root of what `from` names as `wanted`. */
export function absolute(from: string, wanted: string): string {
  return wanted.startsWith('/')
    ? path.posix.normalize(wanted.slice(1))
    : path.posix.join(path.posix.dirname(from), wanted);
}
