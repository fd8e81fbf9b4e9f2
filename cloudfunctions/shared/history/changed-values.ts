import type { ChangeEntry } from '#contracts/change';

/** How many values of one change are kept, and how long each is: a history is read, not restored from. */
const MAX_VALUES = 16;
const MAX_LENGTH = 120;

/** The values of a setting by their path, such as `rules/0/unit`. */
type Flat = ReadonlyMap<string, string>;

/**
 * The values that differ, before and after, by their path; null where there was none. The first sixteen, shortened:
 * an entry stays small whatever was changed. What must not be shown is left out by the caller.
 */
export function changedValues(before: object, after: object): Pick<ChangeEntry, 'values'> {
  const [old, updated] = [flat(before), flat(after)];
  const paths = [...new Set([...old.keys(), ...updated.keys()])].filter(
    (path) => old.get(path) !== updated.get(path),
  );
  const pairs = paths
    .slice(0, MAX_VALUES)
    .map((path) => [keyOf(path), [shortened(old.get(path)), shortened(updated.get(path))]] as const);
  return pairs.length > 0 ? { values: Object.fromEntries(pairs) } : {};
}

/** What a database takes as a key. */
const keyOf = (path: string): string => path.replace(/[.$]/g, '·');

const shortened = (value: string | undefined): string | null => {
  if (value === undefined) return null;
  const letters = [...value];
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH - 1).join('')}…` : value;
};

const flat = (value: object): Flat => new Map(entriesOf(value, ''));

function entriesOf(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  if (isLocalText(value)) return [[path, textOf(value)]];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length > 0 ? [[path, value.join(', ')]] : [];
  const inner = Array.isArray(value)
    ? value.map((item, index) => [idOf(item, index), item] as const)
    : Object.entries(value);
  return inner.flatMap(([key, item]) => entriesOf(item, path ? `${path}/${key}` : key));
}

/** Items with an id keep their path when others come before them. */
const idOf = (item: unknown, index: number): string =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(index);

interface Names {
  readonly 'zh-CN': string;
  readonly en: string;
}

const isLocalText = (value: object): value is Names => 'zh-CN' in value && 'en' in value;

/** Both languages, because both are edited. */
const textOf = ({ 'zh-CN': zh, en }: Names): string => (en && en !== zh ? `${zh} / ${en}` : zh);
