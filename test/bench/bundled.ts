import path from 'node:path';
import { buildSync } from 'esbuild';

/** A module of the bench, bundled as functions are deployed: the loader of the bench names every closure, which costs more than the rules. */
export function bundled(folder: string, name: string): string {
  const outfile = path.join(folder, `${name}.js`);
  const entryPoints = [path.join(__dirname, `${name}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, minify: true, platform: 'node', format: 'cjs' });
  return outfile;
}
