import type { Instant } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import { instantText } from '../../../../utils/dates';
import { grouped } from '../../grouped';
import type { InvitesModel } from './invites.model';
import { MAX_DAYS } from './invites.model';

const until = (instant: Instant, words: Words): string => instantText(instant, CHINA_UTC_OFFSET, words);

const modeOf = ({ people, failure, made }: InvitesModel) => {
  if (made) return 'made';
  if (people) return people.length > 0 ? 'ready' : 'empty';
  return failure ? 'error' : 'loading';
};

/** What HR passes on to one person. */
export const messageOf = (name: string, code: string, expiresAt: Instant, words: Words): string =>
  words.t('invites.message', { name, code: grouped(code), until: until(expiresAt, words) });

function rowsOf({ people, chosen }: InvitesModel, words: Words) {
  return (people ?? []).map((person) => ({
    id: person.id,
    on: chosen.includes(person.id),
    name: personName(person, words),
    note: [
      person.id,
      words.pick(person.department),
      person.invitedUntil === null
        ? ''
        : words.t('invites.invitedUntil', { until: until(person.invitedUntil, words) }),
    ]
      .filter(Boolean)
      .join(words.t('common.separator')),
  }));
}

function madeOf({ made }: InvitesModel, words: Words) {
  return {
    invites: (made?.invites ?? []).map((invite) => ({
      id: invite.id,
      name: personName(invite, words),
      code: grouped(invite.code),
    })),
    refused: (made?.refused ?? []).map(({ id, reason, ...person }) => ({
      id,
      text: words.t(`invites.refused.${reason}`, { name: personName({ ...person }, words) }),
    })),
    note: made ? words.t('invites.madeNote', { until: until(made.expiresAt, words) }) : '',
  };
}

/** Who is not bound yet, or the codes that were just made. */
export function invitesView(model: InvitesModel, words: Words) {
  const { people, chosen, departments, departmentId, days, made, shownId, busy } = model;
  const shown = made?.invites.find(({ id }) => id === shownId);
  const names = [words.t('invites.company'), ...departments.map(({ name }) => words.pick(name))];
  const department = departments.findIndex(({ id }) => id === departmentId) + 1;
  const ids = (people ?? []).map(({ id }) => id);
  const isAll = ids.length > 0 && ids.every((id) => chosen.includes(id));
  return {
    mode: modeOf(model),
    back: wayBack(model.failure, words),
    error: model.failure && !people ? errorText(model.failure, words) : '',
    notice: model.failure && people ? errorText(model.failure, words) : '',
    departments: names,
    department,
    departmentName: names[department] ?? '',
    dayChoices: Array.from({ length: MAX_DAYS }, (_, at) => words.t('invites.days', { count: at + 1 })),
    day: days - 1,
    dayName: words.t('invites.days', { count: days }),
    rows: rowsOf(model, words),
    hasMore: model.next !== null,
    more: model.more,
    isAll,
    busy,
    mayMake: chosen.length > 0 && !busy,
    ...madeOf(model, words),
    shown: shown
      ? { name: personName(shown, words), code: shown.code, grouped: grouped(shown.code) }
      : { name: '', code: '', grouped: '' },
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('invites.loadFailed'),
      empty: words.t('invites.empty'),
      emptyText: words.t('invites.emptyText'),
      department: words.t('invites.department'),
      validity: words.t('invites.validity'),
      all: words.t(isAll ? 'invites.none' : 'invites.all'),
      more: words.t(model.more === 'loading' ? 'invites.loadingMore' : 'invites.more'),
      make: words.t(busy ? 'invites.making' : 'invites.make', { count: chosen.length }),
      madeTitle: words.t('invites.madeTitle'),
      copy: words.t('invites.copy'),
      copyAll: words.t('invites.copyAll'),
      qr: words.t('invites.qr'),
      qrNote: words.t('invites.qrNote'),
      done: words.t('invites.done'),
    },
  };
}
