import type { GoalPlace, KeyResult, Objective } from '#contracts/goal';
import {
  type Contribution,
  type Contributions,
  keyResultProgress,
  objectiveProgress,
  type Standings,
  standingOf,
} from './objective-progress';
import type { Sheet } from './sheet';
import { standingsOf } from './standings';

/** What an objective, or a key result of it, adds to a place above. */
export interface Part {
  readonly to: GoalPlace;
  /** The place that adds, as it is known above. */
  readonly key: string;
  readonly contribution: Contribution;
}

/** The key of a place among the parts of the one above. */
export const partKey = ({ sheetId, objectiveId, keyResultId }: GoalPlace): string =>
  [sheetId, objectiveId, ...(keyResultId === undefined ? [] : [keyResultId])].join('/');

/** The place that a key names. */
export function placeOf(key: string): GoalPlace {
  const [sheetId = '', objectiveId = '', keyResultId] = key.split('/');
  return { sheetId, objectiveId, ...(keyResultId !== undefined && { keyResultId }) };
}

/** What the active objectives of a sheet add to others, as they are now. */
function partsOf(sheet: Sheet): Part[] {
  const standings = standingsOf(sheet);
  return sheet.objectives.flatMap((objective) => partsOfObjective(sheet, objective, standings));
}

function partsOfObjective({ _id: sheetId, revs }: Sheet, objective: Objective, standings: Standings): Part[] {
  if (objective.state !== 'active') return [];
  const { id: objectiveId, alignedTo, keyResults } = objective;
  const rev = revs[objectiveId] ?? 1;
  const own = { sheetId, objectiveId };
  const parts = keyResults.flatMap((keyResult) => {
    if (!keyResult.partOf) return [];
    const { counted: share, note } = keyResultProgress(keyResult, standings);
    const { value } = standingOf(keyResult, standings);
    const key = partKey({ ...own, keyResultId: keyResult.id });
    return [
      {
        to: keyResult.partOf,
        key,
        contribution: {
          ...{ weight: 1, share, value, hasData: note !== 'no-data', rev },
          ...baseOf(keyResult),
        },
      },
    ];
  });
  if (alignedTo.length === 0) return parts;
  const { counted, withData } = objectiveProgress(objective, standings);
  const progress = { share: counted ?? 0, value: null, hasData: withData !== null, rev };
  const aligned = alignedTo
    .filter(({ counts }) => counts !== false)
    .map(({ weight, sheetId: above, objectiveId: its, keyResultId }) => ({
      to: { sheetId: above, objectiveId: its, ...(keyResultId !== undefined && { keyResultId }) },
      key: partKey(own),
      contribution: { weight, ...progress },
    }));
  return [...aligned, ...parts];
}

const baseOf = ({ measure }: KeyResult): { readonly base?: number } =>
  'start' in measure && measure.start !== 0 ? { base: measure.start } : {};

/** A sheet to be saved in place of another one, with the revision of each objective that adds something else now. */
export function withRevisions(before: Sheet, after: Sheet): Sheet {
  const [was, is] = [contentsOf(before), contentsOf(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  if (changed.length === 0) return after;
  const revs = Object.fromEntries(changed.map((id) => [id, (before.revs[id] ?? 0) + 1]));
  return { ...after, revs: { ...after.revs, ...revs } };
}

/** What each objective adds, without its revision. */
function contentsOf(sheet: Sheet): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { to, key, contribution } of partsOf(sheet)) {
    const { objectiveId } = placeOf(key);
    const { rev: _, ...content } = contribution;
    contents.set(objectiveId, `${contents.get(objectiveId) ?? ''}${JSON.stringify([to, content])}`);
  }
  return contents;
}

/** The ids of the sheets that a sheet adds to, or does not add to any more and has not told yet. */
export const sheetsAbove = (sheet: Sheet): string[] => [
  ...new Set([...partsOf(sheet), ...sheet.left].map(({ to }) => to.sheetId)),
];

/** What was added before and is not any more. */
export const leftBetween = (before: Sheet, after: Sheet): Sheet['left'] => {
  const now = new Set(partsOf(after).map(nameOf));
  const gone = partsOf(before).filter((part) => !now.has(nameOf(part)));
  const known = before.left.filter((part) => !now.has(nameOf(part)));
  return [...known, ...gone.map(({ to, key }) => ({ to, key }))];
};

const nameOf = ({ to, key }: Pick<Part, 'to' | 'key'>): string => `${key} > ${partKey(to)}`;

/** What a lower sheet adds to one above, and does not add to it any more; nothing to one that was closed with another cycle. */
function addedTo(above: Sheet, below: Sheet): Part[] {
  // What was closed stays as it was; sheets of one tier still tell each other while their own cycle is being closed.
  if (above.state === 'closed' && above.cycleId !== below.cycleId) return [];
  const left = below.left.map((each) => {
    const rev = below.revs[placeOf(each.key).objectiveId] ?? 1;
    return { ...each, contribution: { ...NOTHING, rev } };
  });
  return [...partsOf(below), ...left].filter(({ to }) => to.sheetId === above._id && holds(above, to));
}

/**
 * The parts of a sheet after it was told what a lower one adds. An older revision never replaces a newer one. What is not
 * added any more stays as a part without weight, so that a late call cannot bring it back.
 * @returns the same object if nothing changes
 */
export function withPartsOf(above: Sheet, below: Sheet): Sheet['parts'] {
  let { parts } = above;
  for (const { to, key, contribution } of addedTo(above, below)) {
    const id = to.keyResultId ?? to.objectiveId;
    const before = parts[id] ?? {};
    if ((before[key]?.rev ?? 0) < contribution.rev)
      parts = { ...parts, [id]: { ...before, [key]: contribution } };
  }
  return parts;
}

/**
 * A sheet with revisions that what it adds needs to be taken above. A call that writes several sheets at once, of which one
 * in between has changed meanwhile, tells those further up what that one never came to be, under a revision that it then has
 * with something else, or has not reached.
 * @returns the same object if nothing of the kind is known above
 */
export function outrunning(below: Sheet, above: Sheet): Sheet {
  const revs: Record<string, number> = {};
  for (const { to, key, contribution } of addedTo(above, below)) {
    const known = above.parts[to.keyResultId ?? to.objectiveId]?.[key];
    if (!known || known.rev < contribution.rev || isSame(known, contribution)) continue;
    const { objectiveId } = placeOf(key);
    revs[objectiveId] = Math.max(revs[objectiveId] ?? 0, known.rev + 1);
  }
  return Object.keys(revs).length > 0 ? { ...below, revs: { ...below.revs, ...revs } } : below;
}

/** Whether a sheet above has what a lower one adds. */
export const isKnownAbove = (above: Sheet, below: Sheet): boolean =>
  outrunning(below, above) === below && withPartsOf(above, below) === above.parts;

const isSame = (one: Contribution, other: Contribution): boolean =>
  one.weight === other.weight &&
  one.share === other.share &&
  one.value === other.value &&
  (one.base ?? 0) === (other.base ?? 0) &&
  one.hasData === other.hasData;

const NOTHING = { weight: 0, share: 0, value: null, hasData: false } as const;

/** How many others add to a key result or objective. */
export const countParts = (parts: Contributions = {}): number =>
  Object.values(parts).filter(({ weight }) => weight > 0).length;

/** Whether a place is in the sheet. */
export function holds(
  { objectives }: Pick<Sheet, 'objectives'>,
  { objectiveId, keyResultId }: GoalPlace,
): boolean {
  const objective = objectives.find(({ id }) => id === objectiveId);
  if (!objective) return false;
  return keyResultId === undefined || objective.keyResults.some(({ id }) => id === keyResultId);
}

/** Longest way from a person to the company that is followed. */
export const MAX_LEVELS = 12;
