import type { ChangeEntry } from '#contracts/change';
import type { Words } from './words';

/** How the parts of a setting are said. */
export interface ChangeWords {
  /** The name of a part, or of a value by its path. */
  readonly nameOf: (path: string) => string;
  /** A value in words; null is no value and never comes here. */
  readonly sayValue: (path: string, value: string) => string;
}

/** More values of one change are counted. */
const MAX_LINES = 8;

/**
 * What an entry of a history changed, with the values before and after where it has them. A part whose values are
 * not known is named.
 */
export function changeText({ what, values = {} }: ChangeEntry, says: ChangeWords, words: Words): string {
  const named = what.filter((part) => !Object.keys(values).some((path) => isPathOf(part, path)));
  const lines = [
    ...Object.entries(values).map(([path, pair]) => pairText(path, pair, says, words)),
    ...named.map(says.nameOf),
  ].filter(Boolean);
  const shown = [...new Set(lines)];
  const more = shown.length - MAX_LINES;
  return [
    ...shown.slice(0, MAX_LINES),
    ...(more > 0 ? [words.t('common.moreChanges', { count: more })] : []),
  ].join(words.t(Object.keys(values).length > 0 ? 'common.changeSeparator' : 'common.listSeparator'));
}

/** `form/reason/label` is a path of `form`, `correction/monthlyQuota` that of `correction.monthlyQuota`. */
function isPathOf(part: string, path: string): boolean {
  const start = part.replace(/[.]/g, '/');
  return path === start || path.startsWith(`${start}/`);
}

function pairText(
  path: string,
  [before, after]: readonly [string | null, string | null],
  { nameOf, sayValue }: ChangeWords,
  words: Words,
): string {
  const said = (value: string | null) => (value === null ? words.t('common.noValue') : sayValue(path, value));
  const [old, updated] = [said(before), said(after)];
  // Values that read the same differ in what words leave out.
  return old === updated
    ? nameOf(path)
    : words.t('common.changed', { name: nameOf(path), before: old, after: updated });
}
