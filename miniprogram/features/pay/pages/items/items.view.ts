import type { Day } from '#contracts/common';
import type { PayItem, PayItemKind } from '#contracts/pay-item';
import type { PayEffectSums, PayItemsEffect } from '#contracts/payroll';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, monthOf, monthText } from '../../../../utils/dates';
import { PAY_NAMES } from '../../common/pay-names';
import { formulaWords, payNameText, placeOf } from './formula-words';
import { type ItemEdit, type ItemsModel, isTried, isWhole, shownItems, versionOn } from './items.model';

const KINDS: readonly PayItemKind[] = ['earning', 'deduction', 'employer'];
const FLAGS = ['isTaxable', 'isInsurable', 'isInMinimum'] as const;
const FUNCTIONS = ['round()', 'min()', 'max()', 'floor()', 'if()'] as const;

/** The items of payroll as they hold from a month on, one of them as it is typed, and what a change would pay. */
export function itemsView(model: ItemsModel, t: Words) {
  const { data, draft, edit, failure, busy, isTrying, isPicking } = model;
  const items = shownItems(model);
  const faulty = failure ? itemOf(failure) : '';
  return {
    mode: data ? (edit ? 'edit' : 'ready') : failure ? 'error' : 'loading',
    error: failure ? failureText(failure, items, t) : '',
    versions: draft ? [] : versionsOf(model, t),
    isChanged: draft !== null,
    from: draft?.from ?? '',
    fromText: draft ? monthText(draft.from, t) : '',
    rows: items.map((item) => rowOf(item, items, faulty, t)),
    edit: edit ? editOf(edit, items, failure, t) : null,
    effect: draft ? effectOf(model, items, t) : null,
    month: model.month,
    monthText: monthText(model.month, t),
    last: model.last,
    scope: model.person ? personName(model.person, t) : t.t('payItems.everybody'),
    isOne: model.person !== null,
    isPicking,
    isTrying,
    busy,
    canSave: isTried(model) && !busy,
    text: {
      loadFailed: t.t('payItems.loadFailed'),
      retry: t.t('common.retry'),
      cancel: t.t('common.cancel'),
      note: t.t('payItems.note'),
      none: t.t('payItems.none'),
      add: t.t('payItems.add'),
      from: t.t('payItems.from'),
      fromNote: t.t('payItems.fromNote'),
      tryTitle: t.t('payItems.tryTitle'),
      tryNote: t.t('payItems.tryNote'),
      tryMonth: t.t('payItems.tryMonth'),
      tryFor: t.t('payItems.tryFor'),
      everybody: t.t('payItems.everybody'),
      choose: t.t('payItems.choose'),
      act: t.t('payItems.try'),
      save: t.t('payItems.save'),
      discard: t.t('payItems.discard'),
    },
  };
}

/** The item that a refusal is about. */
const itemOf = ({ code, data }: Failure): string =>
  code.startsWith('PAY_FORMULA') || code === 'PAY_ITEM_INVALID' ? String(data.item ?? '') : '';

const nameOf = (id: string, items: readonly PayItem[], t: Words): string => {
  const item = items.find((each) => each.id === id);
  return item ? t.pick(item.name) : id;
};

/** An item is named as people know it. */
function failureText(failure: Failure, items: readonly PayItem[], t: Words): string {
  const { code, data } = failure;
  if (!code.startsWith('PAY_FORMULA')) return errorText(failure, t);
  return errorText({ ...failure, data: { ...data, item: nameOf(String(data.item), items, t) } }, t);
}

const versionsOf = ({ data, shown, today }: ItemsModel, t: Words) => {
  const versions = data?.versions ?? [];
  const now = versionOn(versions, today);
  const on = shown ?? now?.from;
  return [...versions].reverse().map((version) => ({
    from: version.from,
    name: t.t(`payItems.${version === now ? 'sinceNow' : version.from <= today ? 'since' : 'begins'}`, {
      month: sinceText(version.from, t),
    }),
    on: version.from === on,
  }));
};

const sinceText = (from: Day, t: Words): string =>
  from.endsWith('-01') ? monthText(monthOf(from), t) : dayText(from, t);

const flagName = (flag: (typeof FLAGS)[number], kind: PayItemKind, t: Words): string =>
  flag === 'isTaxable' && kind === 'deduction'
    ? t.t('payItems.flags.beforeTax')
    : t.t(`payItems.flags.${flag}`);

/** What an item counts for; nothing that the company pays beside the slip does. */
const flagsOf = ({ kind, ...item }: PayItem, t: Words): string[] =>
  kind === 'employer' ? [] : FLAGS.filter((flag) => item[flag]).map((flag) => flagName(flag, kind, t));

const rowOf = (item: PayItem, items: readonly PayItem[], faulty: string, t: Words) => ({
  id: item.id,
  name: t.pick(item.name),
  kind: t.t(`payItems.kinds.${item.kind}`),
  formula: formulaWords(item.formula, items, t),
  condition: item.condition
    ? t.t('payItems.onlyIf', { condition: formulaWords(item.condition, items, t) })
    : '',
  flags: flagsOf(item, t).join(t.t('common.separator')),
  isFaulty: faulty !== '' && item.id === faulty,
});

function editOf({ at, item, field }: ItemEdit, items: readonly PayItem[], failure: Failure | null, t: Words) {
  const isOwn = failure !== null && itemOf(failure) === item.id && item.id !== '';
  const others = items.filter(({ id }, index) => index !== at && id !== '');
  return {
    isNew: at === null,
    title: at === null ? t.t('payItems.newTitle') : t.pick(item.name),
    id: item.id,
    nameZh: item.name['zh-CN'],
    nameEn: item.name.en,
    kinds: KINDS.map((kind) => ({ kind, name: t.t(`payItems.kinds.${kind}`), on: kind === item.kind })),
    flags:
      item.kind === 'employer'
        ? []
        : FLAGS.map((flag) => ({ flag, name: flagName(flag, item.kind, t), on: item[flag] })),
    formula: item.formula,
    formulaWords: formulaWords(item.formula, items, t),
    condition: item.condition,
    conditionWords: formulaWords(item.condition, items, t),
    problem: isOwn ? failureText(failure, items, t) : '',
    places: isOwn ? placesOf(item, Number(failure.data.position ?? 0)) : [],
    isFormula: field === 'formula',
    offered: [
      ...PAY_NAMES.map((name) => ({ text: name, name: payNameText(name, t) })),
      ...others.map(({ id, name }) => ({ text: id, name: t.pick(name) })),
      ...FUNCTIONS.map((text) => ({ text, name: '' })),
    ],
    isReady: isWhole(item),
    text: {
      name: t.t('payItems.name'),
      nameEn: t.t('payItems.nameEn'),
      code: t.t('payItems.code'),
      codeHint: t.t('payItems.codeHint'),
      kind: t.t('payItems.kind'),
      counts: t.t('payItems.counts'),
      formula: t.t('payItems.formula'),
      formulaHint: t.t('payItems.formulaHint'),
      condition: t.t('payItems.condition'),
      conditionHint: t.t('payItems.conditionHint'),
      offered: t.t(field === 'formula' ? 'payItems.offeredFormula' : 'payItems.offeredCondition'),
      retire: t.t('payItems.retire'),
      done: t.t('payItems.done'),
    },
  };
}

/** The server does not tell formula and condition apart: the place is shown in what is long enough to have it. */
function placesOf({ formula, condition }: PayItem, position: number) {
  if (position < 1) return [];
  return [formula, condition]
    .filter((text) => text !== '' && position <= text.length + 1)
    .map((text, key) => ({
      ...{ key, ...placeOf(text, position) },
    }));
}

function effectOf({ tried, isTrying }: ItemsModel, items: readonly PayItem[], t: Words) {
  if (!tried) return null;
  const { month, person, effect } = tried;
  const row = (id: keyof PayEffectSums) => ({
    id,
    name: t.t(`payRun.sumNames.${id}`),
    sums: changeText(effect.before[id], effect.now[id], t),
  });
  const named = effect.persons.length;
  return {
    title: isTrying
      ? t.t('payItems.trying', { count: effect.people })
      : titleOf(effect, monthText(month, t), t),
    rows: effect.people === 0 ? [] : [row('gross'), row('net'), row('employer')],
    persons: person
      ? []
      : effect.persons.map((each) => ({
          id: each.person.id,
          name: personName(each.person, t),
          change: changeText(each.before.gross, each.now.gross, t),
        })),
    rest:
      effect.changed > named && !person ? t.t('payItems.morePeople', { count: effect.changed - named }) : '',
    failed: effect.failed.map(({ person: who, item, rule, position }) => ({
      id: who.id,
      text: t.t(`payItems.failed.${rule}`, {
        name: personName(who, t),
        item: nameOf(item, items, t),
        position,
      }),
    })),
    failures:
      effect.failures > effect.failed.length
        ? t.t('payItems.moreFailures', { count: effect.failures - effect.failed.length })
        : '',
    without: effect.without > 0 ? t.t('payItems.without', { count: effect.without }) : '',
  };
}

function titleOf({ people, changed, failures }: PayItemsEffect, month: string, t: Words): string {
  if (people === 0 && failures === 0) return t.t('payItems.nobody', { month });
  return t.t(changed === 0 ? 'payItems.unchanged' : 'payItems.changed', { count: changed, people, month });
}

function changeText(before: number, now: number, t: Words): string {
  if (before === now) return moneyText(now);
  const difference = `${now > before ? '+' : ''}${moneyText(now - before)}`;
  return t.t('payItems.change', { before: moneyText(before), now: moneyText(now), difference });
}
