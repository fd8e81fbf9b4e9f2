import type { Day } from '#contracts/common';
import type { LeaveBalance } from '#contracts/leave';
import type { PersonBrief } from '#contracts/person';
import type { RequestsContract } from '#contracts/requests';
import { cleanText } from '../../common/clean-text';
import { CHINA_UTC_OFFSET, LEAVE_DAY_MINUTES } from '../../common/units';
import { balanceNote, ledgerLine } from '../../locales/balance-text';
import { errorText } from '../../locales/error-text';
import { factLine } from '../../locales/fact-text';
import { leaveText, personName, remainingText } from '../../locales/request-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayText } from '../../utils/dates';
import { type EditSheet, figureOf, NO_SHEET, rows } from './edit-row';

const MAX_REASON_LENGTH = 200;

/** One correction while it is written. `key` is made once: a second tap changes nothing. */
export interface Adjustment {
  readonly key: string;
  readonly typeId: string;
  readonly way: 'more' | 'less';
  readonly days: string;
  readonly hours: string;
  readonly expiresOn: Day | null;
  readonly reason: string;
}

export interface BalanceModel {
  readonly person: PersonBrief | null;
  readonly data: RequestsContract['balances']['output'] | null;
  readonly open: string | null;
  readonly sheet: Adjustment | null;
  readonly done: { readonly typeId: string; readonly before: number; readonly after: number } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly loadFailure: Failure | null;
}

export const noBalances: BalanceModel = {
  person: null,
  data: null,
  open: null,
  sheet: null,
  done: null,
  busy: false,
  failure: null,
  loadFailure: null,
};

/** Leave minutes of a correction, with its sign; null while it is not complete. Eight hours are a day. */
export function adjustedMinutes({ way, days, hours }: Adjustment): number | null {
  const minutes = Math.round((figureOf(days) ?? 0) * LEAVE_DAY_MINUTES + (figureOf(hours) ?? 0) * 60);
  if (Number.isNaN(minutes) || minutes <= 0) return null;
  return way === 'more' ? minutes : -minutes;
}

/** A value of the sheet. */
export function changeAdjustment(sheet: Adjustment, id: string, value: string): Adjustment {
  if (id === 'way') return { ...sheet, way: value as 'more' };
  if (id === 'expiresOn') return { ...sheet, expiresOn: value as Day };
  return id === 'days' || id === 'hours' || id === 'reason' ? { ...sheet, [id]: value } : sheet;
}

/** The leave balances of a person, with what HR can put right. */
export function balanceView(model: BalanceModel, words: Words) {
  const { person, data, loadFailure } = model;
  return {
    mode: modeOf(model),
    person: person ? personName(person, words) : '',
    error: loadFailure ? errorText(loadFailure, words) : '',
    back: wayBack(loadFailure, words),
    done: doneText(model, words),
    items: (data?.balances ?? []).map((balance) => itemOf(balance, model, words)),
    sheet: sheetOf(model, words),
    sheetReady:
      model.sheet !== null && adjustedMinutes(model.sheet) !== null && cleanText(model.sheet.reason) !== '',
    busy: model.busy,
    text: {
      find: words.t('adjust.find'),
      change: words.t('adjust.change'),
      empty: words.t('adjust.empty'),
      emptyText: words.t('adjust.emptyText'),
      ledger: words.t('balances.ledger'),
      noLedger: words.t('balances.empty'),
      adjust: words.t('adjust.open'),
      save: words.t('adjust.save'),
      retry: words.t('common.retry'),
      loadFailed: words.t('balances.loadFailed'),
    },
  };
}

function modeOf({ person, data, loadFailure }: BalanceModel): 'nobody' | 'loading' | 'error' | 'ready' {
  if (!person) return 'nobody';
  if (loadFailure) return 'error';
  return data ? 'ready' : 'loading';
}

function doneText({ done, data }: BalanceModel, words: Words): string {
  const type = data?.balances.find(({ type: { id } }) => id === done?.typeId)?.type;
  if (!done || !type) return '';
  const { before, after } = done;
  return words.t('adjust.done', {
    type: words.pick(type.name),
    before: leaveText(before, words, type.unit),
    after: leaveText(after, words, type.unit),
  });
}

function itemOf(balance: LeaveBalance, { open, data }: BalanceModel, words: Words) {
  const { type, left, basis } = balance;
  const isOpen = open === type.id;
  return {
    id: type.id,
    name: words.pick(type.name),
    left: remainingText({ type, left }, words),
    note: balanceNote(balance, words),
    open: isOpen,
    adjustable: type.balance,
    source: words.pick(type.source),
    basis: isOpen ? basis.map((fact) => factLine(fact, words)) : [],
    ledger: isOpen ? ledgerOf(type, data?.ledger ?? [], words) : [],
  };
}

const ledgerOf = (
  { id: typeId, unit }: LeaveBalance['type'],
  ledger: RequestsContract['balances']['output']['ledger'],
  words: Words,
) =>
  ledger
    .filter((line) => line.typeId === typeId)
    .map((line) => ledgerLine(line, CHINA_UTC_OFFSET, words, unit));

function sheetOf({ sheet, data, failure }: BalanceModel, words: Words): EditSheet {
  const balance = data?.balances.find(({ type }) => type.id === sheet?.typeId);
  if (!sheet || !balance) return NO_SHEET;
  const { t } = words;
  const minutes = adjustedMinutes(sheet);
  const after = minutes === null ? '' : leaveText(balance.left + minutes, words, balance.type.unit);
  const numbers = [
    rows.number('days', t('adjust.days'), figureOf(sheet.days), {
      unit: t('approval.units.days'),
      placeholder: '0',
    }),
    rows.number('hours', t('adjust.hours'), figureOf(sheet.hours), {
      unit: t('edit.hours'),
      placeholder: '0',
    }),
  ];
  const expiry = sheet.expiresOn ? dayText(sheet.expiresOn, words) : t('adjust.never');
  return {
    show: true,
    title: t('adjust.title', { type: words.pick(balance.type.name) }),
    inner: false,
    rows: [
      ...(failure ? [rows.note('failure', errorText(failure, words), { tone: 'bad' as const })] : []),
      rows.choice('way', t('adjust.way'), sheet.way, [
        ['more', t('adjust.ways.more')],
        ['less', t('adjust.ways.less')],
      ]),
      ...numbers,
      ...(sheet.way === 'more'
        ? [rows.day('expiresOn', t('adjust.expiresOn'), sheet.expiresOn ?? '', expiry)]
        : []),
      rows.area('reason', t('adjust.reason'), sheet.reason, {
        maxLength: MAX_REASON_LENGTH,
        placeholder: t('adjust.reasonHint'),
      }),
      rows.note(
        'effect',
        after
          ? t('adjust.effect', { before: leaveText(balance.left, words, balance.type.unit), after })
          : t('adjust.effectNone'),
      ),
    ],
  };
}
