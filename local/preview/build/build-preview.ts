import type { BuildFailure } from 'esbuild';
import { isNpm } from '../shared/npm';
import type { Problem } from '../shared/problem';
import { readAppConfig } from './app-config';
import { type AppBundle, bundleApp, problemOf } from './bundle-app';
import { buildComponentGraph } from './component-graph';
import { parcelsOf } from './parcels';
import { openSourceFiles, type SourceFiles } from './source-files';
import { compileStyles } from './styles';
import { checkTags } from './unknown-tags';

/** What the phone loads for one state of the sources. */
export interface PreviewBuild {
  readonly script: string;
  readonly map: string;
  readonly styles: string;
  /** Scripts of the subpackages that are loaded when a component of them is shown, by root folder. */
  readonly packages: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Milliseconds of each step. */
  readonly timings: Readonly<Record<'graph' | 'templates' | 'styles' | 'script' | 'total', number>>;
}

/**
 * Builds the Mini Program in `root` (the folder of app.json). Errors in the sources are reported as problems, not
 * thrown.
 */
export async function buildPreview(root: string): Promise<PreviewBuild> {
  const files = openSourceFiles(root);
  const timings = { graph: 0, templates: 0, styles: 0, script: 0, total: 0 };
  const began = performance.now();
  const timed = <Result>(step: keyof typeof timings, run: () => Result): Result => {
    const start = performance.now();
    const result = run();
    timings[step] = performance.now() - start;
    return result;
  };
  const config = readAppConfig(files);
  const nodes = timed('graph', () => buildComponentGraph(files, config));
  // Unused exports of libraries may be missing.
  for (const node of nodes) if (!isNpm(node.path)) checkTags(files, node);
  const parcels = timed('templates', () => parcelsOf(files, config, nodes));
  const styles = timed('styles', () => compileStyles(files, nodes));
  const start = performance.now();
  const parts = { config, parcels, pageStyles: styles.pages };
  const bundle = await bundleApp(files, parts).catch((error: unknown) => failed(files, error));
  timings.script = performance.now() - start;
  timings.total = performance.now() - began;
  return { ...bundle, styles: styles.common, problems: files.problems, timings };
}

/** @throws any error that is not in the sources */
function failed(files: SourceFiles, error: unknown): AppBundle {
  const { errors } = error as BuildFailure;
  if (!Array.isArray(errors)) throw error;
  files.problems.push(...errors.map((each) => ({ ...problemOf(each, 'fault'), fatal: true })));
  return { script: '', map: '', packages: {} };
}
