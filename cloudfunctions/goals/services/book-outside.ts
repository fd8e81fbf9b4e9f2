import type { Day, Instant } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { ValueResult, ValueState } from '#contracts/integration';
import type { KeptRequest, OutsideValue } from '../../integration/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { digestOf } from '../../shared/text/digest';
import { keepPage } from '../data/check-in-pages';
import { bookFigures } from '../domain/book-figures';
import { type OutsideFigure, outsideFigures, outsideSource } from '../domain/outside-figures';
import { requireNotScored, requireRunning } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { movesFigures } from '../domain/standings';
import { changeSheet } from './save-sheet';

/** Values of one sheet and day: one check-in. */
interface Group {
  readonly sheetId: string;
  readonly day: Day;
  readonly figures: OutsideFigure[];
}

/**
 * Books the values of a request, a check-in for each sheet and day, one sheet after the other: two of one department would
 * wait for each other above. Each check-in has an id of its own, so that a repetition books nothing twice.
 */
export async function bookOutside(request: KeptRequest, now: Instant): Promise<ValueResult[]> {
  const states = new Map<number, ValueState>();
  for (const group of groupsOf(request.values))
    for (const [line, state] of await bookGroup(request, group, now)) states.set(line, state);
  return [...states].sort(([a], [b]) => a - b).map(([line, state]) => ({ line, state }));
}

function groupsOf(values: readonly OutsideValue[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const [index, { kpi, cycle, owner, value, at, note }] of values.entries()) {
    const sheetId = sheetIdOf(cycle, owner as SheetOwner);
    const day = dayOf(at);
    const group = groups.get(`${sheetId} ${day}`) ?? { sheetId, day, figures: [] };
    group.figures.push({ line: index + 1, kpi, value, note });
    groups.set(`${sheetId} ${day}`, group);
  }
  return groups.values();
}

async function bookGroup(
  { _id, clientId, source: name }: KeptRequest,
  { sheetId, day, figures }: Group,
  now: Instant,
): Promise<Iterable<readonly [number, ValueState]>> {
  const id = digestOf([_id, sheetId, day].join('\n'), 32);
  const source = outsideSource({ source: name, clientId });
  const by = { id: clientId, name, nameEn: name };
  let states: ReadonlyMap<number, ValueState> = new Map();
  try {
    await changeSheet(sheetId, now, async ({ sheet, cycle }) => {
      requireRunning(cycle, sheet);
      // Booked by a call that was interrupted.
      const earlier = sheet.log.find((each) => each.id === id);
      const found = outsideFigures(earlier ? { ...sheet, log: [] } : sheet, figures, { day, source });
      states = found.states;
      if (earlier || found.entries.length === 0) return null;
      const note = figures.map((each) => each.note).find((each) => each !== '');
      const checkIn = { ...{ id, at: now, day, by, source, entries: found.entries }, ...(note && { note }) };
      const booked = bookFigures(sheet, checkIn);
      if (!booked) return null;
      requireNotScored(sheet, movesFigures(sheet, booked.sheet));
      await keepPage(sheet, booked.page);
      return booked.sheet;
    });
    return states;
  } catch (error) {
    const state = error instanceof AppError ? REFUSED[error.code] : undefined;
    if (!state) throw error;
    return figures.map(({ line }) => [line, state] as const);
  }
}

const REFUSED: Readonly<Record<string, ValueState | undefined>> = {
  NOT_FOUND: 'unknown-owner',
  CYCLE_NOT_RUNNING: 'closed-cycle',
  REVIEW_CONFIRMED: 'closed-cycle',
  FIGURE_INVALID: 'figure-invalid',
  BUSY: 'busy',
};
