import type { Instant } from '#contracts/common';
import type { Alignment, GoalPlace, SheetOwner } from '#contracts/goal';
import type { PersonBrief } from '#contracts/person';
import { departmentsById, employeesById } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import { findSheetsByIds } from '../data/sheets';
import { answeredBefore, askedFor, sameIn } from '../domain/consent';
import { type Sheet, sheetIdOf } from '../domain/sheet';
import { answerersOf } from './push/asked';

/** The departments that an owner is in from below, and the company. */
export async function ownersAbove(owner: SheetOwner, now: number): Promise<SheetOwner[]> {
  if (owner.kind === 'company') return [];
  const person = owner.kind === 'person' ? (await employeesById([owner.id], now)).get(owner.id) : undefined;
  const departmentId = owner.kind === 'department' ? owner.id : (person?.departmentId ?? '');
  const department = (await departmentsById([departmentId], now)).get(departmentId);
  const path = [
    ...(department?.path ?? []),
    ...(owner.kind === 'person' && department ? [departmentId] : []),
  ];
  return [...path.reverse().map((id) => ({ kind: 'department', id }) as const), { kind: 'company' }];
}

/** The places that count for an owner without anybody's consent. */
export const countingFor = async (owner: SheetOwner, now: number): Promise<SheetOwner[]> => [
  ...(await ownersAbove(owner, now)),
  owner,
];

interface Saving {
  /** See `countingFor`. */
  readonly above: readonly SheetOwner[];
  /** Of the objective as it is stored. */
  readonly before: readonly Alignment[];
  readonly me: PersonBrief;
  readonly now: Instant;
}

/**
 * Alignments as they are saved: what belongs to others than the company and the owner's own departments is shown and moves
 * nothing until who answers for it has agreed. The company's longer cycles are above its shorter ones. One read where something
 * is asked for that was not before.
 * @throws AppError NOT_FOUND for a place that is not there
 */
export async function withCounts(
  alignedTo: readonly Alignment[],
  { above, before, me, now }: Saving,
): Promise<Alignment[]> {
  const isAbove = ({ sheetId }: Alignment): boolean => {
    const [cycleId = ''] = sheetId.split(':');
    return above.some((one) => sheetIdOf(cycleId, one) === sheetId);
  };
  const asked = alignedTo.filter((each) => !isAbove(each) && !sameIn(before, each)?.consent);
  const sheets = asked.length > 0 ? await findSheetsByIds(asked.map(({ sheetId }) => sheetId)) : [];
  const all: Alignment[] = [];
  for (const { counts: _, consent: _told, ...each } of alignedTo) {
    const consent = sameIn(before, each)?.consent;
    if (isAbove(each)) all.push(each);
    else if (consent) all.push(answeredBefore(each, consent));
    else all.push(askedFor(each, { ...(await askOf(each, sheets, now)), me, at: now }));
  }
  return all;
}

/** Whom an alignment is asked of, and the title of what it is aligned to. */
async function askOf(place: GoalPlace, sheets: readonly Sheet[], now: Instant) {
  const sheet = sheets.find(({ _id }) => _id === place.sheetId);
  const objective = sheet?.objectives.find(({ id }) => id === place.objectiveId);
  const keyResult = objective?.keyResults.find(({ id }) => id === place.keyResultId);
  if (!sheet || !objective || (place.keyResultId !== undefined && !keyResult))
    throw new AppError('NOT_FOUND', { what: 'objective' });
  return { title: (keyResult ?? objective).title, asks: await answerersOf(sheet.owner, now) };
}
