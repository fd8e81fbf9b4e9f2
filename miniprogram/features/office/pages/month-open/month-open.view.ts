import type { Minutes, Month } from '#contracts/common';
import type { OpenPerson, OpenPunch, OpenRequest } from '#contracts/settlement';
import { errorText } from '../../../../locales/error-text';
import { daysText, namesText, personName } from '../../../../locales/request-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayOf, dayText, monthText } from '../../../../utils/dates';

export interface OpenPage {
  readonly people: readonly OpenPerson[];
  readonly requests: readonly OpenRequest[];
  readonly next: string | null;
  /** Nobody has settled the month yet, so that nothing can be said about it. */
  readonly unsettled: boolean;
}

export interface MonthOpenModel {
  readonly month: Month;
  readonly what: 'punches' | 'requests';
  /** Null until the first page has come. */
  readonly page: OpenPage | null;
  readonly failure: Failure | null;
  readonly more: 'idle' | 'loading' | 'failed';
  readonly utcOffset: Minutes;
}

const lineOf = ({ day, kind, slot }: OpenPunch, index: number, words: Words) => ({
  key: `${index}`,
  day,
  name: dayText(day, words),
  text: words.t(`monthOpen.${kind}`, { slot: words.t(`slot.${slot}`) }),
  tone: kind === 'missing' ? 'bad' : 'warn',
});

const personOf = (person: OpenPerson, words: Words) => ({
  id: person.id,
  name: personName(person, words),
  number: person.id,
  lines: person.punches.map((punch, index) => lineOf(punch, index, words)),
});

/** `to` is exclusive where a request ends at midnight. */
const requestOf = (request: OpenRequest, utcOffset: Minutes, words: Words) => {
  const { id, applicant, typeName, title, from, to, waitingFor } = request;
  const [type, what] = [words.pick(typeName), words.pick(title)];
  return {
    id,
    name: personName(applicant, words),
    what: type === what ? type : `${type}${words.t('common.separator')}${what}`,
    time: daysText(dayOf(from, utcOffset), dayOf(Math.max(from, to - 1), utcOffset), words),
    waiting:
      waitingFor.length > 0 ? words.t('monthOpen.waitingFor', { names: namesText(waitingFor, words) }) : '',
  };
};

function modeOf({ page, failure }: MonthOpenModel) {
  if (!page) return failure ? ('error' as const) : ('loading' as const);
  return page.people.length + page.requests.length > 0 ? ('ready' as const) : ('empty' as const);
}

/** What is open in a month: punches by person, or requests. */
export function monthOpenView(model: MonthOpenModel, words: Words) {
  const { month, what, page, failure, more, utcOffset } = model;
  return {
    mode: modeOf(model),
    title: monthText(month, words),
    picture: page?.unsettled ? 'calendar' : 'check',
    note: words.t(`monthOpen.${what}`),
    back: wayBack(failure, words),
    error: failure ? errorText(failure, words) : '',
    people: (page?.people ?? []).map((person) => personOf(person, words)),
    requests: (page?.requests ?? []).map((request) => requestOf(request, utcOffset, words)),
    more,
    text: {
      empty: words.t(page?.unsettled ? 'monthOpen.unsettled' : `monthOpen.empty.${what}`),
      loadFailed: words.t('monthOpen.loadFailed'),
      loadingMore: words.t('flags.loadingMore'),
      moreFailed: words.t('flags.moreFailed'),
      retry: words.t('common.retry'),
    },
  };
}
