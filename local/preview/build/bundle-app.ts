import { type BuildResult, build, type Message, type Plugin } from 'esbuild';
import type { Problem, ProblemLevel } from '../shared/problem';
import type { AppConfig } from './app-config';
import { commonJs, incompleteModulesOf } from './common-js';
import type { ComponentNode } from './component-graph';
import { logicScope } from './logic-scope';
import { type MissingImport, missingImportsOf, throwForMissing } from './missing-modules';
import { modulesOfMain } from './modules-of-main';
import { npmResolver } from './npm-resolver';
import type { Parcel } from './parcels';
import type { SourceFiles } from './source-files';

export interface AppBundle {
  readonly script: string;
  readonly map: string;
  /** By the root folder of the subpackage. */
  readonly packages: Readonly<Record<string, string>>;
}

interface BundleParts {
  readonly config: AppConfig;
  /** The one of the start first. */
  readonly parcels: readonly Parcel[];
  readonly pageStyles: Readonly<Record<string, string>>;
}

/** A script that is built: its entry, and how it is resolved. */
interface Bundle {
  readonly entry: string;
  readonly templates: string;
  readonly plugins: readonly Plugin[];
}

/**
 * One script with all templates and modules of the packages that are there from the start, and one for each subpackage that
 * is loaded later. Those use modules of the main package, which run once; the runtime decides when each one runs.
 */
export async function bundleApp(files: SourceFiles, parts: BundleParts): Promise<AppBundle> {
  const [first, ...later] = parts.parcels;
  const shared = new Set<string>();
  const packages: Record<string, string> = {};
  for (const { root, nodes, templates } of later) {
    const entry = `__addPackage(${JSON.stringify(root)}, ${partsOf(files, nodes)})`;
    const plugins = [modulesOfMain(files, root, shared)];
    packages[root] = textOf(await reported(files, { entry, templates, plugins }), 'app.js');
  }
  const { templates = '{}', nodes = [] } = first ?? {};
  const entry = `__startMiniProgram({
config: ${JSON.stringify({ ...parts.config, pageStyles: parts.pageStyles })},
app: ${loadOf(files, 'app', 'App({})')},
shared: {${[...shared].map((file) => `${JSON.stringify(file)}:()=>require(${JSON.stringify(files.absolute(file))})`).join(',')}},
...${partsOf(files, nodes)}
})`;
  const result = await reported(files, { entry, templates, plugins: [] });
  return { script: textOf(result, 'app.js'), map: textOf(result, 'app.js.map'), packages };
}

const textOf = (result: BuildResult, suffix: string): string =>
  result.outputFiles?.find((file) => file.path.endsWith(suffix))?.text ?? '';

async function reported(files: SourceFiles, wanted: Bundle): Promise<BuildResult> {
  const result = await bundleAroundFaults(files, wanted, { missing: [], incomplete: [] });
  for (const warning of result.warnings) files.problems.push(problemOf(warning, 'hint'));
  return result;
}

/** The failures of previous builds, and how the next build works around them. */
interface Repairs {
  readonly missing: readonly MissingImport[];
  readonly incomplete: readonly string[];
}

/** Repeats the build without what breaks only single pages on WeChat. @throws BuildFailure of anything else */
async function bundleAroundFaults(
  files: SourceFiles,
  wanted: Bundle,
  { missing, incomplete }: Repairs,
): Promise<BuildResult> {
  const plugins = [throwForMissing(missing, files.root), commonJs(files, incomplete), ...wanted.plugins];
  try {
    return await bundle(files, { ...wanted, plugins });
  } catch (failure) {
    const nowhere = missingImportsOf(failure);
    const lacking = nowhere ? null : incompleteModulesOf(failure);
    const news = [...(nowhere ?? []), ...(lacking ?? [])];
    if (news.length === 0) throw failure;
    const level = nowhere ? 'fault' : 'hint';
    files.problems.push(...(failure as BuildResult).errors.map((each) => problemOf(each, level)));
    return bundleAroundFaults(files, wanted, {
      missing: [...missing, ...(nowhere ?? [])],
      incomplete: [...incomplete, ...(lacking ?? [])],
    });
  }
}

function bundle(files: SourceFiles, { entry, templates, plugins }: Bundle): Promise<BuildResult> {
  const { banner, footer } = logicScope(templates);
  return build({
    stdin: { contents: entry, resolveDir: files.root, loader: 'js', sourcefile: 'preview-entry.js' },
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

function loadOf(files: SourceFiles, logical: string, otherwise: string): string {
  const script = files.script(logical);
  return script ? `() => { require(${JSON.stringify(script)}) }` : `() => { ${otherwise} }`;
}

/** Templates and components of a parcel, as the runtime takes them. */
function partsOf(files: SourceFiles, nodes: readonly ComponentNode[]): string {
  const json = JSON.stringify;
  const components = nodes.map(({ path, json: own, scope, isPage }) => {
    const load = loadOf(files, path, isPage ? 'Page({})' : 'Component({})');
    return `{path:${json(path)},json:${json(own)},scope:${json(scope)},isPage:${isPage},load:${load}}`;
  });
  return `{templates: __templates, components: [${components.join(',\n')}]}`;
}
