import type { Day, Month } from '#contracts/common';
import type { DepartmentBrief } from '#contracts/department';
import type { Failure } from '../../../../services/client-error';
import { dateOf, monthOf } from '../../../../utils/dates';
import {
  daysFor,
  daysOf,
  mondayOf,
  type Paint,
  type Paints,
  paintedRow,
  rebased,
  type Sheet,
  savedRows,
  withDays,
  withPaints,
} from '../../roster.model';
import type { Picked, RosterModel } from './roster-model';

type Edit = Partial<RosterModel>;

/** The page as it opens. */
export const startModel = (today: Day, month: Month, department: RosterModel['department']): RosterModel => ({
  department,
  today,
  month,
  cursors: [null],
  sheet: null,
  drafts: {},
  brush: undefined,
  picked: null,
  open: 'none',
  person: '',
  loadFailure: null,
  busy: false,
  failure: null,
  clashes: [],
  effects: null,
});

/** Resets everything that belongs to the people and the month shown. */
export const cleared: Edit = { sheet: null, drafts: {}, clashes: [], loadFailure: null, failure: null };

export const otherDepartment = ({ id, name }: DepartmentBrief): Edit => ({
  department: { id, name },
  cursors: [null],
});

/** Tapping the active brush again deselects it. */
export function brushed({ brush }: RosterModel, paint: Paint): Edit {
  return { brush: brush === paint ? undefined : paint };
}

/** As the server refuses it. */
const OWN_ROW: Failure = { code: 'FORBIDDEN', data: { rule: 'own' }, requestId: '' };

/** A few days of one person. */
export function paintedCells({ sheet, drafts, month }: RosterModel, cells: Picked, paint: Paint): Edit {
  const row = sheet?.rows.find(({ employeeId }) => employeeId === cells.employeeId);
  if (!sheet || !row) return {};
  if (row.isOwn) return { failure: OWN_ROW };
  const days = paintedRow(daysFor(row, drafts), month, cells.day, cells.count, paint);
  return { drafts: withDays(sheet.rows, drafts, row.employeeId, days), failure: null };
}

/** A few days of a few people; one's own are left out, which is said. */
export function paintedMany({ sheet, drafts }: RosterModel, paints: Paints): Edit {
  if (!sheet) return {};
  const hasOwn = sheet.rows.some(({ isOwn, employeeId }) => isOwn && paints[employeeId]);
  return { drafts: withPaints(sheet.rows, drafts, paints), failure: hasOwn ? OWN_ROW : null };
}

/** The choice is for one day more or less, within the month. */
export function stretched({ picked, month }: RosterModel, by: number): Edit {
  if (!picked) return {};
  const most = daysOf(month).filter((day) => day >= picked.day).length;
  return { picked: { ...picked, count: Math.min(most, Math.max(1, picked.count + by)) } };
}

export function afterSave(
  { sheet, drafts }: RosterModel,
  saved: readonly { readonly employeeId: string; readonly rev: number }[],
): Edit {
  if (!sheet) return {};
  return { sheet: { ...sheet, rows: savedRows(sheet.rows, drafts, saved) }, drafts: {} };
}

/** After a version conflict: merges the stored days into the drafts; own days win, overlaps are reported. */
export function afterConflict(before: RosterModel, sheet: Sheet): Edit {
  return { sheet, ...rebased(before.sheet?.rows ?? [], before.drafts, sheet.rows) };
}

/** How many columns lie before the week of today; none in another month. */
export function columnsBefore({ today, month }: RosterModel): number {
  if (monthOf(today) !== month) return 0;
  const monday = mondayOf(today);
  return monthOf(monday) === month ? dateOf(monday) - 1 : 0;
}
