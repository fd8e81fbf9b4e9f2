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

/**
 * The parts of a sheet after it was told what a lower one adds. An older revision never replaces a newer one. What is not
 * added any more stays as a part without weight, so that a late call cannot bring it back.
 * @returns the same object if nothing changes
 */
export function withPartsOf(above: Sheet, below: Sheet): Sheet['parts'] {
  // What was closed stays as it was; sheets of one tier still tell each other while their own cycle is being closed.
  if (above.state === 'closed' && above.cycleId !== below.cycleId) return above.parts;
  const left = below.left.map((each) => {
    const rev = below.revs[placeOf(each.key).objectiveId] ?? 1;
    return { ...each, contribution: { ...NOTHING, rev } };
  });
  let { parts } = above;
  for (const { to, key, contribution } of [...partsOf(below), ...left]) {
    if (to.sheetId !== above._id || !holds(above, to)) continue;
    const id = to.keyResultId ?? to.objectiveId;
    const before = parts[id] ?? {};
    if ((before[key]?.rev ?? 0) < contribution.rev)
      parts = { ...parts, [id]: { ...before, [key]: contribution } };
  }
  return parts;
}

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
