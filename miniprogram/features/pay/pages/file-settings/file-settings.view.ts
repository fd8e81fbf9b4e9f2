import type { BookAccountId, PayFileSettingsView } from '#contracts/pay-files';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

export interface SettingsModel {
  readonly isLocked: boolean;
  readonly data: PayFileSettingsView | null;
  readonly draft: PayFileSettingsView | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const ACCOUNTS: readonly BookAccountId[] = [
  ...(['wagesPayable', 'insurancePayable', 'fundPayable', 'bank', 'incomeTax'] as const),
  ...(['keptInsurance', 'keptFund', 'keptOther', 'owed'] as const),
];
const CODE = /^[0-9A-Za-z.-]{1,15}$/;

/** The account that pays, the chart of accounts, and departments that are booked otherwise. */
export function fileSettingsView(model: SettingsModel, t: Words) {
  const { draft, data, failure, isLocked, busy } = model;
  return {
    mode: isLocked ? 'locked' : draft ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    ...(draft && !isLocked ? bodyOf(draft, t) : NOTHING),
    canSave: draft !== null && draft !== data && !busy && isRight(draft),
    busy,
    text: {
      loadFailed: t.t('fileSettings.loadFailed'),
      retry: t.t('common.retry'),
      payer: t.t('fileSettings.payer'),
      books: t.t('fileSettings.books'),
      booksNote: t.t('fileSettings.booksNote'),
      centres: t.t('fileSettings.centres'),
      centresNote: t.t('fileSettings.centresNote'),
      add: t.t('fileSettings.add'),
      remove: t.t('fileSettings.remove'),
      code: t.t('fileSettings.code'),
      bookName: t.t('fileSettings.bookName'),
      save: t.t('fileSettings.save'),
    },
  };
}

const NOTHING = {
  payer: [] as readonly { field: string; name: string; value: string }[],
  books: [] as readonly BookRow[],
  centres: [] as readonly { at: number; name: string; code: string; book: string; isWrong: boolean }[],
  others: [] as readonly { id: string; name: string }[],
};

interface BookRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly book: string;
  readonly isWrong: boolean;
}

function bodyOf(draft: PayFileSettingsView, t: Words): typeof NOTHING {
  const nameOf = new Map(draft.departments.map(({ id, name }) => [id, t.pick(name)]));
  const chosen = new Set(draft.centres.map(({ departmentId }) => departmentId));
  const row = (id: BookAccountId | 'expense', { code, name }: PayFileSettingsView['expense']): BookRow => ({
    ...{ id, name: t.t(`fileSettings.accounts.${id}`), code, book: name, isWrong: !isBook({ code, name }) },
  });
  return {
    payer: (['name', 'bank', 'account'] as const).map((field) => ({
      field,
      name: t.t(`fileSettings.payers.${field}`),
      value: draft.payer[field],
    })),
    books: [row('expense', draft.expense), ...ACCOUNTS.map((id) => row(id, draft.accounts[id]))],
    centres: draft.centres.map(({ departmentId, account }, at) => ({
      ...{ at, name: nameOf.get(departmentId) ?? departmentId, code: account.code, book: account.name },
      isWrong: !isBook(account),
    })),
    others: draft.departments
      .filter(({ id }) => !chosen.has(id))
      .map(({ id, name }) => ({ id, name: t.pick(name) })),
  };
}

const isBook = ({ code, name }: PayFileSettingsView['expense']): boolean =>
  CODE.test(code.trim()) && name.trim() !== '';

const isRight = ({ payer, accounts, expense, centres }: PayFileSettingsView): boolean =>
  /^\d{0,32}$/.test(payer.account.replace(/\s/g, '')) &&
  [expense, ...Object.values(accounts), ...centres.map(({ account }) => account)].every(isBook);
