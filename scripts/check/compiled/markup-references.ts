import path from 'node:path';
import type { FileSet } from '../../wechat/file-set';
import { absolute, npmPlaces, type Reference } from './module-graph';

/** How each kind of file names the files that it needs; WXSS and WXS may leave the ending out. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g,
  '.wxs': /require\(\s*["']([^"']+)["']\s*\)/g,
  '.wxss': /@import\s*(?:url\()?\s*["']([^"']+)["']/g,
};

interface ComponentJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentPlaceholder?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, true | { readonly default?: string }>>;
}

/** References of templates, WXS, style sheets and component declarations. */
export function markupReferences(files: FileSet): Reference[] {
  return [...files].flatMap(([from, content]) => {
    const text = content.toString('utf8');
    if (from.endsWith('.json')) return componentReferences(files, from, JSON.parse(text) as ComponentJson);
    const kind = path.posix.extname(from);
    const pattern = PATTERNS[kind];
    if (!pattern) return [];
    return [...text.matchAll(pattern)].map(([, wanted = '']) => {
      const place = absolute(from, wanted);
      const target = [place, place + kind].find((name) => files.has(name));
      return { from, wanted, target };
    });
  });
}

function componentReferences(files: FileSet, from: string, json: ComponentJson): Reference[] {
  const defaults = Object.values(json.componentGenerics ?? {}).flatMap((each) =>
    each !== true && each.default ? [['', each.default] as const] : [],
  );
  return [...Object.entries(json.usingComponents ?? {}), ...defaults]
    .filter(([, wanted]) => !/^(plugin|dynamicLib):/.test(wanted))
    .map(([tag, wanted]) => ({
      ...{ from, wanted, target: resolveComponent(files, from, wanted) },
      ...(json.componentPlaceholder?.[tag] && { hasPlaceholder: true }),
    }));
}

/** The script of a component, resolved like the platform. */
function resolveComponent(files: FileSet, from: string, wanted: string): string | undefined {
  const places = wanted.startsWith('/')
    ? [absolute(from, wanted)]
    : [absolute(from, wanted), wanted, ...npmPlaces(from, wanted)];
  const bases = places.flatMap((place) => [place, `${place}/index`]);
  const base = bases.find((each) => ['.json', '.wxml', '.js'].every((part) => files.has(each + part)));
  return base === undefined ? undefined : `${base}.js`;
}
