import type { Payee } from '#contracts/pay-files';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { MAX_LINES, readPastedPayees } from '../../pasted-payees';

export interface PayeesModel {
  readonly isLocked: boolean;
  readonly people: readonly Payee[] | null;
  readonly next: string | null;
  readonly isPasting: boolean;
  readonly typed: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const SHOWN_PROBLEMS = 8;

/** Accounts and identity cards of everybody by their last digits, and a sheet that is pasted and saved. */
export function payeesView(model: PayeesModel, t: Words) {
  const { people, next, isPasting, typed, failure, isLocked } = model;
  return {
    mode: isLocked ? 'locked' : people ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    rows: (people ?? []).map((each) => rowOf(each, t)),
    hasMore: next !== null,
    isPasting,
    typed,
    sheet: sheetOf(model, t),
    text: {
      loadFailed: t.t('payees.loadFailed'),
      retry: t.t('common.retry'),
      intro: t.t('payees.intro'),
      more: t.t('payees.more'),
      paste: t.t('payees.paste'),
      pasteTitle: t.t('payees.pasteTitle'),
      how: t.t('payees.how'),
      placeholder: t.t('payees.placeholder'),
      close: t.t('payees.close'),
    },
  };
}

function rowOf({ person, idEnd, accountEnd, bank, hasPhone }: Payee, t: Words) {
  const there = [
    accountEnd ? t.t('payees.account', { bank, end: accountEnd }) : '',
    idEnd ? t.t('payees.id', { end: idEnd }) : '',
  ].filter((each) => each !== '');
  const missing = [
    accountEnd ? '' : t.t('payFiles.rules.no-account'),
    idEnd ? '' : t.t('payFiles.rules.no-id'),
    hasPhone ? '' : t.t('payFiles.rules.no-phone'),
  ].filter((each) => each !== '');
  return {
    id: person.id,
    name: personName(person, t),
    there: there.join(t.t('common.separator')),
    missing: missing.join(t.t('common.separator')),
  };
}

function sheetOf({ typed, busy }: PayeesModel, t: Words) {
  const { problems, entries } = readPastedPayees(typed);
  const count = entries.length;
  const isTooLong = count > MAX_LINES;
  const isClear = problems.length === 0 && count > 0 && !isTooLong;
  return {
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ line, rule, text }) => ({
      key: `${line}-${rule}`,
      text: t.t('payees.problem', { line, what: t.t(`payees.bad.${rule}`, { text }) }),
    })),
    tooMany: isTooLong ? t.t('payees.tooMany', { most: MAX_LINES }) : '',
    canSave: isClear && !busy,
    save: t.t('payees.save', { count }),
  };
}
