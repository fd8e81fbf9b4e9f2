import type { PayItem, PayItemVersion } from '#contracts/pay-item';
import type { SalaryChangeContract } from '#contracts/salary-change';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import {
  MAX_LINES,
  type PastedSalaries,
  readPastedSalaries,
  type SalarySheetProblem,
} from '../../pasted-salaries';
import { type ItemNames, namesIn, problemText, refusalText, stepView } from '../../salary-lines.view';

export interface SheetModel {
  /** Versions of the items; null before they are known. */
  readonly items: readonly PayItemVersion[] | null;
  readonly typed: string;
  readonly reason: string;
  /** What the sheet would be; null before it is asked, and after another change of it. */
  readonly check: SalaryChangeContract['checkSalaryChange']['output'] | null;
  readonly key: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const SHOWN_PROBLEMS = 12;

const itemsOf = ({ items }: SheetModel): readonly PayItem[] => items?.[items.length - 1]?.items ?? [];

export const readSheet = (model: SheetModel): PastedSalaries =>
  readPastedSalaries(model.typed, itemsOf(model));

/** A sheet of salaries that is pasted, looked at, and sent to another officer. */
export function salarySheetView(model: SheetModel, t: Words) {
  const { items, typed, reason, check, busy, failure } = model;
  const { lines, places, problems } = readSheet(model);
  const names: ItemNames = Object.fromEntries(
    (items ?? []).flatMap((version) => version.items).map(({ id, name }) => [id, name]),
  );
  const isTooLong = lines.length > MAX_LINES;
  const isClear = problems.length === 0 && lines.length > 0 && !isTooLong;
  const found = (check?.problems ?? []).map((problem) => ({
    line: places[problem.line - 1] ?? problem.line,
    text: problemText(problem, names, t),
  }));
  const read = problems.map((problem) => ({ line: problem.line, text: readProblem(problem, names, t) }));
  const deciders = check?.deciders ?? [];
  const entered = itemsOf(model)
    .filter(isEntered)
    .map(({ name }) => t.pick(name));
  return {
    mode: items ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? refusalText(failure, names, t) : '',
    typed,
    reason,
    problems: [...read, ...found].slice(0, SHOWN_PROBLEMS).map(({ line, text }) => ({
      key: `${line}-${text}`,
      text: t.t('salarySheet.line', { line, text }),
    })),
    tooMany: isTooLong ? t.t('salarySheet.tooMany', { most: MAX_LINES }) : '',
    steps: found.length > 0 ? [] : (check?.steps ?? []).map((step) => stepView(step, names, t)),
    isChecked: check !== null && found.length === 0,
    deciders:
      check === null || found.length > 0
        ? ''
        : deciders.length === 0
          ? t.t('salaryChange.nobody')
          : t.t('salaryChange.deciders', { names: namesIn(deciders, t) }),
    isOpen: deciders.length > 0,
    canCheck: isClear && !busy,
    canSend: check !== null && found.length === 0 && deciders.length > 0 && reason.trim() !== '' && !busy,
    busy,
    text: {
      loadFailed: t.t('salary.loadFailed'),
      retry: t.t('common.retry'),
      title: t.t('salarySheet.title'),
      how: t.t('salarySheet.how'),
      items:
        entered.length > 0
          ? t.t('salarySheet.items', { items: entered.join(t.t('common.listSeparator')) })
          : '',
      placeholder: t.t('salarySheet.placeholder'),
      reason: t.t('salaryChange.reason'),
      reasonHint: t.t('salaryChange.reasonHint'),
      check: lines.length > 0 ? t.t('salarySheet.check', { count: lines.length }) : t.t('salaryChange.check'),
      send: t.t('salaryChange.send'),
    },
  };
}

/** Items that take an amount of the person. */
const isEntered = ({ formula, condition }: PayItem): boolean => /\bentered\b/.test(`${formula} ${condition}`);

function readProblem({ rule, column, text }: SalarySheetProblem, names: ItemNames, t: Words): string {
  const columns: Readonly<Record<string, string>> = {
    wage: t.t('salary.wage'),
    overtimeBase: t.t('salary.overtimeBase'),
    from: t.t('salary.from'),
  };
  const item = names[column];
  const name = columns[column] ?? (item ? t.pick(item) : column);
  return t.t(`salarySheet.bad.${rule}`, { column: name, text });
}
