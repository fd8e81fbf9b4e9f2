import type { Day } from '#contracts/common';
import type { BlockedDays, CompanyRuleSettings } from '#contracts/company-rules';
import { completeText, rewritten } from '../../common/local-text';
import { figureOf } from './edit-row';
import { arranged, type Path, replaced } from './type.model';

/** The company's rules while they are edited. Figures that are no figures yet are NaN. */
export type RulesDraft = CompanyRuleSettings;

interface Figure {
  readonly id: string;
  /** In which it is written. */
  readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'times' | 'lines' | 'files' | 'amount';
  /** What one of them is where it is stored: minutes, fen. */
  readonly size: number;
  /** An empty line means no limit. */
  readonly optional: boolean;
}

const figure = (id: string, unit: Figure['unit'], size = 1, optional = false): Figure => ({
  id,
  unit,
  size,
  optional,
});

/** All figures by group, in page order. */
export const FIGURES = {
  attendance: [figure('latestEnd', 'hours', 60), figure('trustMinutes', 'minutes')],
  overtime: [
    figure('dayLimit', 'hours', 60),
    figure('monthLimit', 'hours', 60),
    figure('dayMost', 'hours', 60, true),
    figure('monthMost', 'hours', 60, true),
    figure('compTimeMonths', 'months'),
  ],
  correction: [figure('monthlyQuota', 'times'), figure('windowDays', 'days')],
  expense: [
    figure('mostLines', 'lines'),
    figure('mostReceiptsPerLine', 'files'),
    figure('receiptAbove', 'amount', 100, true),
    figure('windowDays', 'days'),
  ],
  payslip: [figure('confirmDays', 'days')],
  resignation: [figure('noticeDays', 'days'), figure('probationNoticeDays', 'days')],
} as const;

export type Group = keyof typeof FIGURES;
export const GROUPS = ['attendance', 'overtime', 'correction', 'expense', 'payslip', 'resignation'] as const;

/** As the choice of leave that lapses says it. */
export const PAID = 'paid';

const isGroup = (name: string): name is Group => name in FIGURES;

/** A value of the row `id`, such as `overtime.dayLimit`, or of the blocked days whose sheet is open. */
export function changeRules(draft: RulesDraft, path: Path, id: string, value: string): RulesDraft {
  if (path[0] === 'blocked')
    return {
      ...draft,
      blocked: replaced(draft.blocked, Number(path[1]), (each) => changeBlocked(each, id, value)),
    };
  if (id === 'expiryNoticeDays') return { ...draft, expiryNoticeDays: figureOf(value) ?? Number.NaN };
  const [group = '', name = '', part] = id.split('.');
  if (group === 'lapsedPaid')
    return { ...draft, lapsedPaid: { ...draft.lapsedPaid, [name]: value === PAID } };
  if (!isGroup(group)) return draft;
  if (name === 'compTime' && part) {
    const { overtime } = draft;
    return { ...draft, overtime: { ...overtime, compTime: { ...overtime.compTime, [part]: value } } };
  }
  const found = (FIGURES[group] as readonly Figure[]).find((each) => each.id === name);
  return { ...draft, [group]: { ...draft[group], [name]: found ? stored(found, value) : value } };
}

function stored({ size, optional }: Figure, value: string): number | null {
  const written = figureOf(value);
  return written === null ? (optional ? null : Number.NaN) : Math.round(written * size);
}

const isBefore = (a: Day, b: Day): boolean => a.localeCompare(b) < 0;

function changeBlocked(blocked: BlockedDays, id: string, value: string): BlockedDays {
  if (id === 'name.zh-CN' || id === 'name.en')
    return { ...blocked, name: rewritten(blocked.name, id === 'name.en' ? 'en' : 'zh-CN', value) };
  const day = value as Day;
  // Moving one end past the other moves both.
  const turned = id === 'from' ? isBefore(blocked.to, day) : isBefore(day, blocked.from);
  if (id !== 'from' && id !== 'to') return blocked;
  return turned ? { ...blocked, from: day, to: day } : { ...blocked, [id]: day };
}

/** A row that leads on, adds a stretch of blocked days or takes it away. */
export function openRules(
  draft: RulesDraft,
  path: Path,
  id: string,
  today: Day,
): { draft: RulesDraft; path: Path } {
  const { blocked } = draft;
  if (id === 'add-blocked') {
    const added: BlockedDays = { from: today, to: today, name: { 'zh-CN': '', en: '' } };
    return { draft: { ...draft, blocked: [...blocked, added] }, path: ['blocked', String(blocked.length)] };
  }
  if (id === 'remove')
    return { draft: { ...draft, blocked: arranged(blocked, Number(path[1]), 'remove') }, path: [] };
  return { draft, path: id.split(':') };
}

/** The draft as it is saved: stretches in the order of their days. */
export const completeRules = (draft: RulesDraft): RulesDraft => ({
  ...draft,
  blocked: [...draft.blocked]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((each) => ({ ...each, name: completeText(each.name) })),
});
