import { type BuildResult, build, type Message, type Plugin } from 'esbuild';
import type { Problem, ProblemLevel } from '../shared/problem';
import type { AppConfig } from './app-config';
import { commonJs, incompleteModulesOf } from './common-js';
import type { ComponentNode } from './component-graph';
import { logicScope } from './logic-scope';
import { type MissingImport, missingImportsOf, throwForMissing } from './missing-modules';
import { npmResolver } from './npm-resolver';
import type { SourceFiles } from './source-files';

export interface AppBundle {
  readonly script: string;
  readonly map: string;
}

interface BundleParts {
  readonly config: AppConfig;
  readonly nodes: readonly ComponentNode[];
  readonly templates: string;
  readonly pageStyles: Readonly<Record<string, string>>;
}

/** One script with all templates and modules of the Mini Program; the runtime decides when each one runs. */
export async function bundleApp(files: SourceFiles, parts: BundleParts): Promise<AppBundle> {
  const result = await bundleAroundFaults(files, parts, { missing: [], incomplete: [] });
  for (const warning of result.warnings) files.problems.push(problemOf(warning, 'hint'));
  const text = (suffix: string): string =>
    result.outputFiles?.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { script: text('app.js'), map: text('app.js.map') };
}

/** The failures of previous builds, and how the next build works around them. */
interface Repairs {
  readonly missing: readonly MissingImport[];
  readonly incomplete: readonly string[];
}

/** Repeats the build without what breaks only single pages on WeChat. @throws BuildFailure of anything else */
async function bundleAroundFaults(
  files: SourceFiles,
  parts: BundleParts,
  { missing, incomplete }: Repairs,
): Promise<BuildResult> {
  const plugins = [throwForMissing(missing, files.root), commonJs(files, incomplete)];
  try {
    return await bundle(files, parts, plugins);
  } catch (failure) {
    const nowhere = missingImportsOf(failure);
    const lacking = nowhere ? null : incompleteModulesOf(failure);
    const news = [...(nowhere ?? []), ...(lacking ?? [])];
    if (news.length === 0) throw failure;
    const level = nowhere ? 'fault' : 'hint';
    files.problems.push(...(failure as BuildResult).errors.map((each) => problemOf(each, level)));
    return bundleAroundFaults(files, parts, {
      missing: [...missing, ...(nowhere ?? [])],
      incomplete: [...incomplete, ...(lacking ?? [])],
    });
  }
}

function bundle(files: SourceFiles, parts: BundleParts, plugins: readonly Plugin[]): Promise<BuildResult> {
  const { banner, footer } = logicScope(parts.templates);
  return build({
    stdin: {
      contents: entryOf(files, parts),
      resolveDir: files.root,
      loader: 'js',
      sourcefile: 'preview-entry.js',
    },
    bundle: true,
    write: false,
    outfile: 'app.js',
    format: 'iife',
    platform: 'neutral',
    target: 'es2020',
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: true,
    logLevel: 'silent',
    tsconfigRaw: '{}',
    banner: { js: banner },
    footer: { js: footer },
    // The platform calls modules without `this`.
    define: { 'process.env.NODE_ENV': '"development"', this: 'undefined' },
    plugins: [...plugins, npmResolver(files)],
    logLimit: 0,
    absWorkingDir: files.root,
  });
}

export function problemOf({ text, location }: Message, level: ProblemLevel): Problem {
  const place = location ? `${location.file}:${location.line}:${location.column + 1}` : '';
  return { kind: 'script', level, message: text, place };
}

function entryOf(files: SourceFiles, { config, nodes, pageStyles }: BundleParts): string {
  const json = JSON.stringify;
  const load = (logical: string, otherwise: string): string => {
    const script = files.script(logical);
    return script ? `() => { require(${json(script)}) }` : `() => { ${otherwise} }`;
  };
  const components = nodes.map(({ path, json: own, scope, isPage }) => {
    const fallback = isPage ? 'Page({})' : 'Component({})';
    return `{path:${json(path)},json:${json(own)},scope:${json(scope)},isPage:${isPage},load:${load(path, fallback)}}`;
  });
  return `__startMiniProgram({
config: ${json({ ...config, pageStyles })},
templates: __templates,
app: ${load('app', 'App({})')},
components: [${components.join(',\n')}]
})`;
}
