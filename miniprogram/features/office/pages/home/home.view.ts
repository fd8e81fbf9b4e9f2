import type { MyProfile } from '#contracts/person';
import type { Words } from '../../../../locales/words';
import { GROUPS } from '../../entries';

/** The office: the pages that the person's roles lead to. `profile` is null until it is known. */
export const homeView = (profile: Pick<MyProfile, 'roles'> | null, words: Words) => {
  const groups = GROUPS.map(({ id, entries }) => ({
    id,
    name: words.t(`office.groups.${id}`),
    entries: entries
      .filter(({ roles }) => roles.some((role) => profile?.roles.includes(role)))
      .map(({ id, key, url }) => ({
        id,
        name: words.t(`titles.${key}`),
        note: words.t(`office.notes.${key}`),
        url,
      })),
  })).filter(({ entries }) => entries.length > 0);
  return { groups, empty: groups.length === 0 ? words.t('office.empty') : '' };
};
