import type { IntegrationClient, IntegrationKey } from '#contracts/integration';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import { dayOf, dayText, instantText } from '../../../../utils/dates';
import {
  type ClientDraft,
  type ClientsModel,
  MAX_KEYS,
  OVERLAPS,
  problemOf,
  validKeys,
} from './clients.model';

const DAY_MS = 86_400_000;

const modeOf = ({ clients, isLocked, failure }: ClientsModel) => {
  if (isLocked) return 'locked';
  return clients ? 'ready' : failure ? 'error' : 'loading';
};

/** Systems outside that may set values, their keys, and a key that was just made. Nothing of it while it is locked. */
export function clientsView(model: ClientsModel, t: Words) {
  const mode = modeOf(model);
  const { draft, failure, busy, made } = model;
  const clients = mode === 'ready' ? (model.clients ?? []) : [];
  return {
    mode,
    error: failure ? errorText(failure, t) : '',
    busy,
    isEmpty: mode === 'ready' && clients.length === 0 && !draft,
    isListed: !draft && !made,
    rows: clients.map((client) => rowOf(client, model, t)),
    made: mode === 'ready' && made ? madeOf(made, model, t) : null,
    draft: mode === 'ready' && draft ? draftView(draft, t) : null,
    canSave: draft !== null && problemOf(draft) === null && !busy,
    text: textOf(t),
  };
}

function rowOf(client: IntegrationClient, { rotating, openId, now, utcOffset }: ClientsModel, t: Words) {
  const { id, name, kpis, cycles, changes } = client;
  const keys = validKeys(client, now);
  const isOpen = openId === id;
  const isFull = keys.length >= MAX_KEYS;
  return {
    id,
    name,
    tag: keys.length === 0 ? t.t('clients.noKey') : '',
    kpis: kpis.includes('*') ? t.t('clients.allKpis') : kpis.join(t.t('common.separator')),
    cycles: cycles.includes('*') ? t.t('clients.allCycles') : cycles.join(t.t('common.separator')),
    keys: keys.map((key) => keyOf(key, name, { now, utcOffset }, t)),
    rotating: rotating?.id === id ? rotatingOf(rotating.days, keys.length, t) : null,
    // A third key would be refused.
    rotate: isFull ? '' : t.t(keys.length === 0 ? 'clients.newKey' : 'clients.rotate'),
    full: isFull ? t.t('errors.KEY_LIMIT', { max: MAX_KEYS }) : '',
    isOpen,
    history: isOpen ? changes.map((change, at) => ({ key: at, text: changeText(change, utcOffset, t) })) : [],
  };
}

function keyOf(
  { id, from, until, usedAt }: IntegrationKey,
  client: string,
  { now, utcOffset }: Pick<ClientsModel, 'now' | 'utcOffset'>,
  t: Words,
) {
  const days = Math.max(0, Math.floor((now - from) / DAY_MS));
  const age = t.t(days === 0 ? 'clients.madeToday' : 'clients.madeDaysAgo', {
    day: dayText(dayOf(from, utcOffset), t),
    count: days,
  });
  const used = usedAt
    ? t.t('clients.usedAt', { time: instantText(usedAt, utcOffset, t) })
    : t.t('clients.neverUsed');
  return {
    id,
    age,
    used,
    state: until === null ? '' : t.t('clients.endsAt', { time: instantText(until, utcOffset, t) }),
    endLabel: t.t('clients.endKeyOf', { key: id, name: client }),
  };
}

const rotatingOf = (days: number, keys: number, t: Words) => ({
  hasEarlier: keys > 0,
  choices: OVERLAPS.map((count) => ({
    days: count,
    name: count === 0 ? t.t('clients.endNow') : t.t('clients.days', { count }),
    on: count === days,
  })),
});

function changeText(
  { at, what, keyId, byId, byName, byNameEn }: IntegrationClient['changes'][number],
  utcOffset: ClientsModel['utcOffset'],
  t: Words,
): string {
  const name = byId ? (t.language === 'en' ? byNameEn || byName : byName) : t.t('clients.console');
  const said = t.t(`clients.changes.${what}`, { name: String(name), key: keyId ?? '' });
  return [instantText(at, utcOffset, t), said.trim()].join(t.t('common.separator'));
}

function madeOf(
  { clientId, keyId, secret, earlierUntil }: NonNullable<ClientsModel['made']>,
  model: ClientsModel,
  t: Words,
) {
  const client = model.clients?.find(({ id }) => id === clientId);
  return {
    title: t.t('clients.madeTitle', { name: client?.name ?? '' }),
    keyId,
    secret,
    earlier: earlierUntil ? t.t('clients.earlier', { day: dayText(earlierUntil, t) }) : '',
  };
}

function draftView(draft: ClientDraft, t: Words) {
  const problem = problemOf(draft);
  const textOfProblem = (field: 'name' | 'kpis' | 'cycles') =>
    problem?.field === field && problem.rule !== 'empty'
      ? t.t(`clients.problems.${problem.rule}`, { word: problem.word })
      : '';
  return {
    ...draft,
    isNew: draft.id === '',
    title: draft.id === '' ? t.t('clients.add') : t.t('clients.scopeOf', { name: draft.name }),
    nameProblem: textOfProblem('name'),
    kpisProblem: textOfProblem('kpis'),
    cyclesProblem: textOfProblem('cycles'),
  };
}

const textOf = (t: Words) => ({
  loadFailed: t.t('clients.loadFailed'),
  retry: t.t('common.retry'),
  cancel: t.t('common.cancel'),
  intro: t.t('clients.intro'),
  none: t.t('clients.none'),
  noneText: t.t('clients.noneText'),
  add: t.t('clients.add'),
  kpis: t.t('clients.kpis'),
  kpisHint: t.t('clients.kpisHint'),
  kpisNote: t.t('clients.kpisNote'),
  cycles: t.t('clients.cycles'),
  cyclesNote: t.t('clients.cyclesNote'),
  name: t.t('clients.name'),
  nameHint: t.t('clients.nameHint'),
  end: t.t('clients.end'),
  scope: t.t('clients.scope'),
  history: t.t('clients.history'),
  overlap: t.t('clients.overlap'),
  make: t.t('clients.make'),
  madeNote: t.t('clients.madeNote'),
  keyId: t.t('clients.keyId'),
  secret: t.t('clients.secret'),
  copy: t.t('clients.copy'),
  kept: t.t('clients.kept'),
  save: t.t('clients.save'),
});
