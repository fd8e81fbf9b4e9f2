import { optional, pipe, regex, strictObject, string } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetsByIds } from '../data/sheets';
import { placeOf } from '../domain/roll-up';
import { type Sheet, sheetIdOf } from '../domain/sheet';
import { treeNode } from '../domain/sheet-view';
import { cycleId, place } from '../inputs/goal';
import { namesOf } from '../services/names';

const PAGE = 50;
/** The key of a place, see `partKey`. */
const CURSOR = /^[\x21-\x7e]{1,200}$/;

/**
 * One level of the tree: the company's objectives, or what an objective or key result is worked out from, by place. Two reads
 * of sheets.
 * @throws AppError NOT_FOUND for a place that does not exist
 */
export const listTree = employeeAction<GoalsContract['tree']>({
  input: strictObject({ cycleId, below: optional(place), cursor: optional(pipe(string(), regex(CURSOR))) }),
  allow: can('read', 'Goals'),
  async run({ input: { cycleId: cycle, below, cursor = '' }, now }) {
    const topId = sheetIdOf(cycle, { kind: 'company' });
    const [top] = await findSheetsByIds([below?.sheetId ?? topId]);
    if (!top && below) throw new AppError('NOT_FOUND', { what: 'objective' });
    const keys = below ? keysBelow(top as Sheet, below.keyResultId ?? below.objectiveId) : [];
    const page = keys.filter((key) => key > cursor).slice(0, PAGE);
    const places = below
      ? page.map(placeOf)
      : (top?.objectives ?? []).map(({ id }) => ({ sheetId: topId, objectiveId: id }));
    const ids = [...new Set(places.map(({ sheetId }) => sheetId))];
    const sheets = below ? await findSheetsByIds(ids) : top ? [top] : [];
    const names = await namesOf(ids, now);
    const nodes = places.flatMap(({ sheetId, objectiveId }) => {
      const sheet = sheets.find(({ _id }) => _id === sheetId);
      const objective = sheet?.objectives.find(({ id, state }) => id === objectiveId && state === 'active');
      return sheet && objective
        ? [treeNode(sheet, objective, names.get(sheetId) ?? { 'zh-CN': '', en: '' })]
        : [];
    });
    return {
      nodes,
      next: below && keys.filter((key) => key > cursor).length > PAGE ? (page.at(-1) ?? null) : null,
    };
  },
});

/** What counts for an objective or key result; several key results of an objective that is broken down are one. */
function keysBelow({ parts }: Sheet, id: string): string[] {
  const keys = Object.entries(parts[id] ?? {}).flatMap(([key, { weight }]) => (weight > 0 ? [key] : []));
  const objectives = keys.map((key) => key.split('/').slice(0, 2).join('/'));
  return [...new Set(objectives)].sort();
}
