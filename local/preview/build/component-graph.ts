import path from 'node:path';
import { CUSTOM_TAB_BAR } from '../shared/custom-tab-bar';
import { isNpm } from '../shared/npm';
import type { AppConfig } from './app-config';
import { npmPlaces } from './npm-places';
import type { SourceFiles } from './source-files';

export interface ComponentJson {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  /** What is shown instead of a component until its subpackage is loaded. */
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  [key: string]: unknown;
}

/** A page or component, with the components it uses as absolute logical paths (`/components/x/x`). */
export interface ComponentNode {
  readonly path: string;
  readonly isPage: boolean;
  readonly json: ComponentJson;
  /** Prefix of its class names; empty for the scope that pages share. */
  readonly scope: string;
}

const isShared = (isolation: string | undefined): boolean => isolation === 'shared';

/** Every page and every component reachable from one, in the order in which they were found. */
export function buildComponentGraph(files: SourceFiles, config: AppConfig): ComponentNode[] {
  const nodes = new Map<string, ComponentNode>();
  const visit = (logical: string, isPage: boolean): void => {
    if (nodes.has(logical)) return;
    const json = files.json<ComponentJson>(`${logical}.json`);
    const isolation = json.styleIsolation ?? isolationInScript(files, logical);
    const scope = isPage || isShared(isolation) ? '' : `c${nodes.size.toString(36)}`;
    const own = { ...json, ...(isolation ? { styleIsolation: isolation } : {}) };
    const resolved = resolveUsing(files, config, logical, own);
    nodes.set(logical, { path: logical, isPage, json: resolved, scope });
    for (const target of targetsOf(resolved)) visit(target.slice(1), false);
  };
  for (const page of config.pages) {
    if (files.has(`${page}.wxml`)) visit(page, true);
    else
      files.problems.push({
        kind: 'json',
        level: 'fault',
        message: `page ${page} has no WXML`,
        place: 'app.json',
      });
  }
  if (config.app.tabBar?.custom) visit(CUSTOM_TAB_BAR, false);
  return [...nodes.values()];
}

/** The style isolation that a component sets in its script instead of its JSON. */
function isolationInScript(files: SourceFiles, logical: string): string | undefined {
  const script = ['.ts', '.js'].map((kind) => logical + kind).find(files.has);
  if (!script) return undefined;
  return /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(files.read(script))?.[1];
}

function targetsOf(json: ComponentJson): string[] {
  const generics = Object.values(json.componentGenerics ?? {});
  const defaults = generics.flatMap((each) => (each !== true && each.default ? [each.default] : []));
  return [...Object.values(json.usingComponents ?? {}), ...defaults];
}

function resolveUsing(
  files: SourceFiles,
  config: AppConfig,
  from: string,
  json: ComponentJson,
): ComponentJson {
  const using: Record<string, string> = {};
  const resolveInto = (origin: string, components: Record<string, string> = {}): void => {
    for (const [tag, target] of Object.entries(components)) {
      const found = resolveComponent(files, origin, target);
      if (found) using[tag] = `/${found}`;
      if (found && isForeign(config, from, found) && !json.componentPlaceholder?.[tag])
        files.problems.push({
          kind: 'json',
          level: 'fault',
          message: `component ${tag}: ${target} is in another subpackage and has no placeholder`,
          place: `${origin}.json`,
        });
      if (!found)
        files.problems.push({
          kind: 'json',
          level: 'fault',
          message: `component ${tag}: ${target} is not there`,
          place: `${origin}.json`,
        });
    }
  };
  if (!isNpm(from)) resolveInto('app', config.app.usingComponents);
  resolveInto(from, json.usingComponents);
  const generics = Object.entries(json.componentGenerics ?? {}).map(([name, generic]) => {
    const target = generic !== true && generic.default;
    const found = target ? resolveComponent(files, from, target) : null;
    return [name, found ? { default: `/${found}` } : true] as const;
  });
  return {
    ...json,
    usingComponents: using,
    ...(generics.length > 0 ? { componentGenerics: Object.fromEntries(generics) } : {}),
  };
}

/** Whether a component lies in a subpackage that is loaded later than its user. */
function isForeign({ packagesOfComponents }: AppConfig, user: string, used: string): boolean {
  const owner = packagesOfComponents.find((root) => used.startsWith(`${root}/`));
  return owner !== undefined && !user.startsWith(`${owner}/`);
}

/** Resolves like the platform: absolute, relative to the user, from the root, in `miniprogram_npm` on the way up. */
function resolveComponent(files: SourceFiles, from: string, target: string): string | null {
  const bases = target.startsWith('/')
    ? [target.slice(1)]
    : [path.posix.join(path.posix.dirname(from), target), target, ...npmPlaces(from, target)];
  const names = bases.flatMap((base) => [base, `${base}/index`]).map((name) => path.posix.normalize(name));
  return names.find((name) => files.has(`${name}.json`) || files.has(`${name}.wxml`)) ?? null;
}
