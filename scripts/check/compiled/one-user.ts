import type { FileSet } from '../../wechat/file-set';
import { markupReferences } from './markup-references';
import { type Reference, scriptReferences } from './module-graph';
import { MAIN, packageFinder, subpackageRoots } from './packages';

/** Parts of one page or component, which are loaded together. */
const PARTS = /\.(js|json|wxml|wxss)$/;
/** Packages share folders of the main package: these are WeChat's place for them. */
const SHARED_FOLDERS = /^(miniprogram_npm|@babel)\//;

interface AppJson {
  readonly pages?: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/**
 * One sentence for each script of the main package that exactly one subpackage uses, and the main package never: it
 * would slow the start of all users. What stands for a component of another subpackage is there for all that will use it.
 */
export async function oneUserProblems(files: FileSet): Promise<string[]> {
  const packageOf = packageFinder(files);
  const references = [...(await scriptReferences(files)), ...markupReferences(files)];
  const usersOf = usersByPackage(files, references);
  const placeholders = placeholdersIn(files, references);
  return [...files.keys()]
    .filter((name) => name.endsWith('.js') && packageOf(name) === MAIN && !SHARED_FOLDERS.test(name))
    .map((name) => ({ name, users: usersOf(unitOf(name)) }))
    .filter(({ name, users }) => users.length === 1 && users[0] !== MAIN && !placeholders.has(unitOf(name)))
    .map(({ name, users }) => `${name}: only ${users[0]} uses it, so it belongs there`);
}

const unitOf = (name: string): string => name.replace(PARTS, '');

/** Packages whose pages reach a unit. */
function usersByPackage(files: FileSet, references: readonly Reference[]): (unit: string) => string[] {
  const next = new Map<string, string[]>();
  for (const { from, target, hasPlaceholder } of references) {
    // What its subpackage needs is needed by that one.
    if (target === undefined || hasPlaceholder) continue;
    const unit = unitOf(from);
    next.set(unit, [...(next.get(unit) ?? []), unitOf(target)]);
  }
  const app = JSON.parse(files.get('app.json')?.toString('utf8') ?? '{}') as AppJson;
  const roots = subpackageRoots(files);
  const starts: [string, string[]][] = [
    [MAIN, ['app', ...(app.pages ?? [])]],
    ...(app.subPackages ?? []).map(({ pages }, index): [string, string[]] => {
      const root = roots[index] ?? '';
      const shown = references.filter(
        ({ target = '', hasPlaceholder }) => hasPlaceholder && target.startsWith(`${root}/`),
      );
      return [
        root,
        [...pages.map((page) => `${root}/${page}`), ...shown.map(({ target = '' }) => unitOf(target))],
      ];
    }),
  ];
  const reached = starts.map(([name, units]) => ({ name, units: reachableFrom(units, next) }));
  return (unit) => reached.filter(({ units }) => units.has(unit)).map(({ name }) => name);
}

/** Units that stand for a component until its subpackage is loaded. */
function placeholdersIn(files: FileSet, references: readonly Reference[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [from, content] of files) {
    if (!from.endsWith('.json')) continue;
    const { usingComponents = {}, componentPlaceholder = {} } = JSON.parse(content.toString('utf8')) as {
      readonly usingComponents?: Readonly<Record<string, string>>;
      readonly componentPlaceholder?: Readonly<Record<string, string>>;
    };
    for (const tag of Object.values(componentPlaceholder)) {
      const reference = references.find((each) => each.from === from && each.wanted === usingComponents[tag]);
      if (reference?.target) found.add(unitOf(reference.target));
    }
  }
  return found;
}

function reachableFrom(starts: readonly string[], next: ReadonlyMap<string, string[]>): Set<string> {
  const seen = new Set(starts);
  // Iterating a Set also visits elements added during the iteration.
  for (const unit of seen) for (const target of next.get(unit) ?? []) seen.add(target);
  return seen;
}
