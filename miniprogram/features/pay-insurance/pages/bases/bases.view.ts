import type { FundRate } from '#contracts/insurance';
import type { BaseProblem, CheckedBase, DeclaredBase, PersonBases } from '#contracts/insurance-records';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, monthText } from '../../../../utils/dates';
import { MAX_LINES, type PastedBases, readPastedBases } from '../../pasted-bases';

export interface BasesModel {
  readonly people: readonly PersonBases[] | null;
  readonly next: string | null;
  readonly isPasting: boolean;
  readonly typed: string;
  /** What the server says of the lines as they are typed; null before it was asked. */
  readonly checked: {
    readonly problems: readonly BaseProblem[];
    readonly lines: readonly CheckedBase[];
  } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const SHOWN_PROBLEMS = 8;

/** The bases of everybody, and a sheet that is pasted, checked and saved. */
export function basesView(model: BasesModel, t: Words) {
  const { people, next, isPasting, typed, failure } = model;
  return {
    mode: people ? (people.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    rows: (people ?? []).map((each) => rowOf(each, t)),
    hasMore: next !== null,
    isPasting,
    typed,
    sheet: sheetOf(model, t),
    text: {
      loadFailed: t.t('bases.loadFailed'),
      retry: t.t('common.retry'),
      intro: t.t('bases.intro'),
      empty: t.t('bases.empty'),
      more: t.t('bases.more'),
      paste: t.t('bases.paste'),
      pasteTitle: t.t('bases.pasteTitle'),
      how: t.t('bases.how'),
      placeholder: t.t('bases.placeholder'),
      check: t.t('bases.check'),
      close: t.t('bases.close'),
    },
  };
}

function rowOf({ person, bases }: PersonBases, t: Words) {
  const [latest] = bases;
  return {
    id: person.id,
    name: personName(person, t),
    number: person.id,
    line: latest ? lineOf(latest, t) : '',
    missing: latest ? '' : t.t('bases.none'),
  };
}

function lineOf(base: DeclaredBase, t: Words): string {
  const { from, insurance, fund, isLocal, isPensioner, fundRate, supplementaryRate } = base;
  const amount = (fen: number | null) => (fen === null ? t.t('bases.notPaid') : moneyText(fen));
  const line = t.t('bases.line', {
    from: monthText(from, t),
    insurance: amount(insurance),
    fund: amount(fund),
  });
  const more = [
    isLocal ? t.t('bases.local') : '',
    isPensioner ? t.t('bases.pensioner') : '',
    fundRate ? t.t('bases.fundRate', { rate: rateOf(fundRate, t) }) : '',
    supplementaryRate ? supplementaryOf(supplementaryRate, t) : '',
  ];
  return [line, ...more.filter((each) => each !== '')].join(t.t('common.separator'));
}

const rateOf = ({ employer, employee }: FundRate, t: Words): string =>
  employer === employee ? `${employer}%` : t.t('bases.sides', { employer, employee });

const supplementaryOf = (rate: FundRate, t: Words): string =>
  rate.employer + rate.employee === 0
    ? t.t('bases.noSupplementary')
    : t.t('bases.supplementaryRate', { rate: rateOf(rate, t) });

function sheetOf({ typed, checked, busy }: BasesModel, t: Words) {
  const read = readPastedBases(typed);
  const problems = checked ? serverProblems(checked.problems, read, t) : read.problems;
  const count = read.entries.length;
  const isTooLong = count > MAX_LINES;
  const isClear = problems.length === 0 && count > 0 && !isTooLong;
  return {
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ line, rule, ...facts }) => ({
      key: `${line}-${rule}`,
      text: t.t('bases.problem', { line, what: t.t(`bases.bad.${rule}`, facts) }),
    })),
    tooMany: isTooLong ? t.t('bases.tooMany', { most: MAX_LINES }) : '',
    ready: isClear && !checked ? t.t('bases.ready', { count }) : '',
    changes: (checked?.lines ?? []).map(({ person, before, after }) => ({
      key: `${person.id} ${after.from}`,
      name: personName(person, t),
      change: changeOf(before, after, t),
    })),
    canCheck: isClear && !checked && !busy,
    canSave: isClear && checked !== null && !busy,
    // A refused line is mended in the text, and checked again.
    save: checked && isClear ? t.t('bases.save', { count }) : '',
  };
}

function changeOf(before: DeclaredBase | null, after: DeclaredBase, t: Words): string {
  const [old, now] = [before ? lineOf(before, t) : t.t('bases.none'), lineOf(after, t)];
  return old === now ? t.t('bases.unchanged') : t.t('bases.change', { before: old, after: now });
}

/** Lines count in the text that was pasted, headings and empty lines included. */
const serverProblems = (problems: readonly BaseProblem[], { lines }: PastedBases, t: Words) =>
  problems.map(({ line, employeeId, rule, least = 0, most = 0, step = 0, first, day }) => ({
    line: lines[line - 1] ?? line,
    rule,
    ...{ text: employeeId, least, most, step },
    ...{ first: first ? monthText(first, t) : '', day: day ? dayText(day, t) : '' },
  }));
