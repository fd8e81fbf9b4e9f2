import type { BuildFailure, Message, Plugin } from 'esbuild';

/** An unresolved import: its specifier and its file. */
export interface MissingImport {
  readonly specifier: string;
  readonly importer: string;
}

/** The unresolved imports of a failed build; null if it has other errors. */
export function missingImportsOf(failure: unknown): MissingImport[] | null {
  const { errors } = failure as Partial<BuildFailure>;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const missing = errors.map(missingImport);
  return missing.every((each) => each !== null) ? missing : null;
}

function missingImport({ text, location }: Message): MissingImport | null {
  const specifier = /^(?:Could not resolve )?"(.+?)"(?: is not in miniprogram_npm|$)/.exec(text)?.[1];
  return specifier && location ? { specifier, importer: location.file } : null;
}

/** Makes each of these imports throw when its module runs, so that only its importers fail, as in a Mini Program. */
export function throwForMissing(missing: readonly MissingImport[], root: string): Plugin {
  const namespace = 'missing-module';
  const wanted = new Map(missing.map((each) => [`${root}/${each.importer}\n${each.specifier}`, each]));
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: specifier, importer }) => {
        const found = wanted.get(`${importer}\n${specifier}`);
        return found ? { path: specifier, namespace, pluginData: found } : undefined;
      });
      onLoad({ filter: /.*/, namespace }, ({ pluginData }) => {
        const { specifier, importer } = pluginData as MissingImport;
        const message = `module "${specifier}" is not defined, required by ${importer}`;
        // CommonJS, so that any named import of it is possible.
        return { contents: `module.exports={};throw new Error(${JSON.stringify(message)})`, loader: 'js' };
      });
    },
  };
}
