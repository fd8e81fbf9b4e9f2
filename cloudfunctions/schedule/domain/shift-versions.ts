import type { Day } from '#contracts/common';
import type { ChangeScope } from '../../consequences/rules';
import { addDays } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';
import type { ShiftTemplate } from './shift';
import { shiftOf } from './shift-view';

/** What a shift is from a day on; null: since ever. */
export interface ShiftVersion {
  readonly from: Day | null;
  readonly template: ShiftTemplate;
}

/**
 * A shift with its earlier versions. Its own fields are those of the last version, which may not have begun yet.
 * A shift that never changed has neither `from` nor `earlier`.
 */
export interface DatedShift extends ShiftTemplate {
  readonly from?: Day | null;
  /** Newest first. */
  readonly earlier?: readonly (ShiftTemplate & { readonly from?: Day | null })[];
}

const dated = new WeakMap<DatedShift, readonly ShiftVersion[]>();

/** All versions, newest first; the last of them always has `from` null. */
export function versionsOf(shift: DatedShift): readonly ShiftVersion[] {
  const known = dated.get(shift);
  if (known) return known;
  const { earlier = [], ...last } = shift;
  const versions = [last, ...earlier].map(({ from = null, ...template }, index, { length }) => ({
    from: index === length - 1 ? null : from,
    template,
  }));
  dated.set(shift, versions);
  return versions;
}

/** The shift as it is on a day. */
export function versionOn(shift: DatedShift, day: Day): ShiftTemplate {
  if (!shift.earlier) return shift;
  const versions = versionsOf(shift);
  const valid = versions.find(({ from }) => from === null || from <= day);
  if (!valid) throw new Error('a shift without a first version');
  return valid.template;
}

/** A change of a shift: how it is from `from` on, in place of the planned version that begins on `replaces`. */
export interface VersionEdit {
  readonly template: ShiftTemplate;
  readonly from: Day | null;
  readonly replaces: Day | null;
}

/**
 * The shift with an edited version. Earlier days keep what held on them; a version that is planned for later still
 * begins on its day. The name is the same on all days. A version that equals the one before it disappears, which is
 * how a planned change is taken back.
 */
export function withVersion(
  before: DatedShift | null,
  { template, from, replaces }: VersionEdit,
): DatedShift {
  if (!before) return template;
  const others = versionsOf(before).filter(
    (each) => each.from !== from && (each.from === null || each.from !== replaces),
  );
  const named = [{ from, template }, ...others].map((each) => ({
    ...each,
    template: { ...each.template, name: template.name },
  }));
  const sorted = named.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const distinct = sorted.filter((each, index) => {
    const previous = sorted[index + 1];
    return !previous || !isSameShift(previous.template, each.template);
  });
  const [last = { from: null, template }, ...earlier] = distinct;
  return {
    ...last.template,
    version: template.version,
    ...(earlier.length > 0 && {
      from: last.from,
      earlier: earlier.map((each) => ({ ...each.template, from: each.from })),
    }),
  };
}

/** Names of the fields that differ; those that older documents lack have their defaults. */
export const changedFields = (one: ShiftTemplate, other: ShiftTemplate): string[] =>
  changedKeys(shiftOf(one), shiftOf(other)).filter((key) => key !== 'version');

const isSameShift = (one: ShiftTemplate, other: ShiftTemplate): boolean =>
  changedFields(one, other).length === 0;

/** Fields of a shift that no request depends on. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'name',
  'source',
  'lateHalfDayAfter',
  'lateAbsentAfter',
  'earlyHalfDayAfter',
  'earlyAbsentAfter',
  'flexMinutes',
  'core',
]);

/**
 * A change of a shift concerns whoever works it, on the days from today on of which it changes what requests depend
 * on; null if there are none. A new shift concerns nobody yet.
 */
export function shiftChange(before: DatedShift | null, after: DatedShift, today: Day): ChangeScope | null {
  if (!before) return null;
  const begins = [...versionsOf(before), ...versionsOf(after)].map(({ from }) => from ?? today);
  const starts = [...new Set([today, ...begins.filter((from) => from > today)])].sort();
  const isChanged = (day: Day) =>
    !changedFields(versionOn(before, day), versionOn(after, day)).every((key) => WITHOUT_EFFECT.has(key));
  const changed = starts.filter(isChanged);
  const [from] = changed;
  if (!from) return null;
  const next = starts[starts.indexOf(changed.at(-1) ?? from) + 1];
  return { cause: 'shift', from, to: next ? addDays(next, -1) : null, employeeIds: null };
}
