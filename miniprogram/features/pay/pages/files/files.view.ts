import type {
  PayFileExport,
  PayFileFormat,
  PayFileGroup,
  PayFileOffer,
  PayFilesView,
} from '#contracts/pay-files';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayShort, dayText, instantText, monthText } from '../../../../utils/dates';
import type { FilesModel } from './files.model';

const GROUPS: readonly PayFileGroup[] = ['bank', 'tax', 'insurance', 'voucher', 'register'];
const FORMATS: readonly PayFileFormat[] = ['xlsx', 'csv'];
const LANGUAGES = ['zh-CN', 'en'] as const;
/** People who are named before the rest is a number. */
const MAX_NAMED = 5;

/** What a locked month can give: each file with who has exported it, and who is missing for it by name. */
export function filesView(model: FilesModel, t: Words) {
  const { data, failure, isLocked, month } = model;
  return {
    mode: isLocked ? 'locked' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    ...(data && !isLocked ? bodyOf(model, data, t) : NOTHING),
    dialog: {
      show: model.asksAgain || model.asksAccounts,
      title: t.t(model.asksAccounts ? 'payFiles.accountsTitle' : 'payFiles.againTitle'),
      text:
        data && model.asksAccounts
          ? accountsText(model, data, t)
          : data && model.asksAgain
            ? againText(model, data, t)
            : '',
      ok: t.t(model.asksAccounts ? 'payFiles.export' : 'payFiles.again'),
    },
    text: {
      loadFailed: t.t('payFiles.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      format: t.t('payFiles.format'),
      language: t.t('payFiles.language'),
      month: monthText(month, t),
      missing: t.t('payFiles.missing'),
      payees: t.t('payFiles.payees'),
      settings: t.t('payFiles.settings'),
      more: t.t('payFiles.more'),
      export: t.t('payFiles.export'),
      again: t.t('payFiles.again'),
      privacy: t.t('payFiles.privacy'),
    },
  };
}

const NOTHING = {
  summary: '',
  batch: '',
  refused: '',
  accounts: null as ReturnType<typeof accountsOf> | null,
  missing: [] as readonly ReturnType<typeof missingRow>[],
  rest: '',
  hasMore: false,
  groups: [] as readonly ReturnType<typeof groupOf>[],
};

function bodyOf(model: FilesModel, data: PayFilesView, t: Words): typeof NOTHING {
  const isFinal = data.state === 'locked' || data.state === 'published';
  const rest = data.missing.length - MAX_NAMED;
  return {
    summary: isFinal ? t.t('payFiles.summary', { count: data.people, net: moneyText(data.net) }) : '',
    batch:
      isFinal && data.paidOn
        ? t.t('payFiles.batch', { batch: data.batch, day: dayText(data.paidOn, t) })
        : '',
    refused: isFinal ? '' : t.t('payFiles.notLocked'),
    accounts: data.accountsCount > 0 ? accountsOf(model, data, t) : null,
    missing: data.missing.slice(0, MAX_NAMED).map((each) => missingRow(each, t)),
    rest: rest > 0 ? t.t('payFiles.rest', { count: rest }) : '',
    hasMore: data.next !== null,
    groups: isFinal ? GROUPS.map((group) => groupOf(group, model, data, t)) : [],
  };
}

const missingRow = ({ person, rules }: PayFilesView['missing'][number], t: Words) => ({
  id: person.id,
  name: personName(person, t),
  what: rules.map((rule) => t.t(`payFiles.rules.${rule}`)).join(t.t('common.separator')),
});

const groupOf = (group: PayFileGroup, model: FilesModel, data: PayFilesView, t: Words) => ({
  id: group,
  name: t.t(`payFiles.groups.${group}`),
  files: data.files.filter((file) => file.group === group).map((file) => fileRow(file, model, data, t)),
});

function fileRow(file: PayFileOffer, model: FilesModel, data: PayFilesView, t: Words) {
  const { id, last, count, blocked } = file;
  const isOpen = model.open === id;
  const isMaking = model.making === id;
  const made = model.made[id];
  const isOld = last !== null && last.version < data.version;
  return {
    id,
    name: t.pick(file.name),
    state: stateText(file, model, data, t),
    isWarned: blocked === 'no-payer' || isOld,
    isDone: last !== null && !isOld,
    isOpen,
    canExport: blocked === null && model.making === '',
    isAgain: count > 0,
    source: isOpen
      ? t.t('payFiles.source', { source: t.pick(file.source), since: dayShort(file.since, t) })
      : '',
    formats: isOpen ? FORMATS.map((each) => ({ id: each, text: each, on: each === model.format })) : [],
    languages:
      isOpen && file.hasLanguages
        ? LANGUAGES.map((each) => ({
            id: each,
            text: t.t(`languages.${each}`),
            on: each === model.language,
          }))
        : [],
    progress: isMaking ? progressText(model.progress, t) : '',
    result: isOpen && made && !isMaking ? resultOf(made, t) : null,
  };
}

/** Who has exported it last, or why it cannot be. */
function stateText(
  { blocked, last, count }: PayFileOffer,
  { utcOffset }: FilesModel,
  { version }: PayFilesView,
  t: Words,
): string {
  if (blocked) return t.t(`payFiles.blocked.${blocked}`);
  if (!last) return t.t('payFiles.never');
  const said = { by: personName(last.by, t), at: instantText(last.at, utcOffset, t), count };
  if (last.version < version) return t.t('payFiles.outdated', said);
  return t.t(count > 1 ? 'payFiles.exportedOften' : 'payFiles.exported', said);
}

const progressText = (progress: PayFileExport | null, t: Words): string =>
  progress
    ? t.t('payFiles.working', { done: progress.done, people: progress.people })
    : t.t('payFiles.starting');

function resultOf(made: PayFileExport & { readonly format: PayFileFormat }, t: Words) {
  const rows = made.files.reduce((sum, each) => sum + each.rows, 0);
  const named = made.leftOut.slice(0, MAX_NAMED);
  const rest = made.leftOutCount - named.length;
  return {
    total:
      made.total === null
        ? t.t('payFiles.rows', { count: rows })
        : t.t('payFiles.total', { count: rows, total: moneyText(made.total) }),
    files: made.files.map(({ name }, at) => ({
      at,
      name,
      act: t.t(made.format === 'xlsx' ? 'payFiles.open' : 'payFiles.copy'),
    })),
    leftOut: made.leftOutCount > 0 ? t.t('payFiles.leftOut', { count: made.leftOutCount }) : '',
    names: [
      ...named.map(({ person, rule }) => ({
        id: person.id,
        text: t.t('payFiles.leftOutName', {
          name: personName(person, t),
          why: t.t(`payFiles.rules.${rule}`),
        }),
      })),
      ...(rest > 0 ? [{ id: '', text: t.t('payFiles.rest', { count: rest }) }] : []),
    ],
  };
}

/** Whose account was changed after the lock, by whom and when. */
function accountsOf({ utcOffset }: FilesModel, { accounts, accountsCount }: PayFilesView, t: Words) {
  const rows = accounts.slice(0, MAX_NAMED).map(({ person, by, at }) => ({
    id: person.id,
    name: personName(person, t),
    by: t.t('payFiles.account', { by: personName(by, t), at: instantText(at, utcOffset, t) }),
  }));
  const rest = accountsCount - rows.length;
  return {
    title: t.t('payFiles.accounts', { count: accountsCount }),
    rows,
    rest: rest > 0 ? t.t('payFiles.rest', { count: rest }) : '',
  };
}

/** The same in a dialog: one line each. */
function accountsText(model: FilesModel, data: PayFilesView, t: Words): string {
  const { title, rows, rest } = accountsOf(model, data, t);
  const names = rows.map(({ name, by }) => t.t('payFiles.leftOutName', { name, why: by }));
  return [title, ...names, rest].filter((line) => line !== '').join('\n');
}

function againText({ open, utcOffset }: FilesModel, { files }: PayFilesView, t: Words): string {
  const first = files.find(({ id }) => id === open)?.first;
  if (!first) return '';
  return t.t('payFiles.againText', {
    by: personName(first.by, t),
    at: instantText(first.at, utcOffset, t),
  });
}
