import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayText } from '../../../../utils/dates';
import { type AmendModel, asksPeers, type DayField, isReady, sumOf, WHATS } from './amend.model';

/** Changing what was frozen at the start, with a reason. */
export function amendView(model: AmendModel, t: Words) {
  const { cycle, failure, what, days, shares, add, remove, title, picking, reason } = model;
  const sum = sumOf(model);
  const fields: readonly DayField[] = asksPeers(model)
    ? ['peersUntil', 'confirmUntil', 'answersUntil']
    : ['answersUntil'];
  return {
    mode: cycle ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    whats: WHATS.map((id) => ({ id, name: t.t(`appraisalCycle.what.${id}`), on: id === what })),
    what,
    days: fields.map((field) => ({
      field,
      label: t.t(`appraisalSetup.${field}`),
      day: days?.[field] ?? '',
      text: days ? dayText(days[field], t) : '',
    })),
    title: { zh: title['zh-CN'], en: title.en },
    shares: (cycle?.scheme.parts ?? []).map(({ id, name }) => ({
      id,
      name: t.pick(name),
      value: shares[id] ?? '',
    })),
    sum: t.t(sum === 100 ? 'appraisalSetup.sum' : 'appraisalSetup.sumWrong', { sum }),
    sumTone: sum === 100 ? 'ok' : 'bad',
    add: add.map((person) => ({ id: person.id, name: personName(person, t) })),
    remove: remove.map((person) => ({ id: person.id, name: personName(person, t) })),
    isPicking: picking !== null,
    pickTitle: t.t(picking === 'remove' ? 'appraisalAmend.removePerson' : 'appraisalAmend.addPerson'),
    reason,
    ready: isReady(model),
    text: {
      retry: t.t('common.retry'),
      loadFailed: t.t('appraisals.loadFailed'),
      what: t.t('appraisalAmend.what'),
      fixed: t.t('appraisalAmend.fixed'),
      zh: t.t('appraisalSetup.title'),
      en: t.t('appraisalAmend.titleEn'),
      added: t.t('appraisalAmend.add'),
      removed: t.t('appraisalAmend.remove'),
      addPerson: t.t('appraisalAmend.addPerson'),
      removePerson: t.t('appraisalAmend.removePerson'),
      take: t.t('appraisalAmend.take'),
      nobody: t.t('appraisalAmend.nobody'),
      reason: t.t('appraisalAmend.reason'),
      reasonHint: t.t('appraisalAmend.reasonHint'),
      save: t.t('appraisalAmend.save'),
    },
  };
}
