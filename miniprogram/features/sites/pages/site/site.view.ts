import type { ChangeEntry } from '#contracts/change';
import type { BiometricPolicy } from '#contracts/site';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { changeText } from '../../../../locales/change-text';
import { errorText } from '../../../../locales/error-text';
import { refusalText } from '../../../../locales/refusal-text';
import { personName } from '../../../../locales/request-text';
import type { TextKey } from '../../../../locales/texts';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import { instantText } from '../../../../utils/dates';
import { networksView } from '../../networks.view';
import { siteChangeWords } from '../../site-change.view';
import { zoomFor } from './fence';
import {
  type DraftField,
  isChanged,
  MAX_BEACONS,
  MAX_KEEPERS,
  problemOf,
  type SiteDraft,
  type SiteModel,
} from './site.model';
import { siteWords } from './site.words';

/** Colours of the map, which cannot use design tokens: the brand, and the brand translucent. */
const FENCE_LINE = '#0F766E';
const FENCE_FILL = '#0F766E33';
const CENTRE_METRES = 4;
const BIOMETRIC = ['off', 'asked', 'required'] as const satisfies readonly BiometricPolicy[];

const FIELD_WORDS: Readonly<Record<DraftField, TextKey>> = {
  name: 'sites.fields.name',
  place: 'sites.place',
  radius: 'sites.fields.radius',
  tolerance: 'sites.fields.tolerance',
  beacons: 'sites.fields.beacons',
  wifi: 'sites.fields.wifi',
  networks: 'sites.fields.networks',
  biometric: 'sites.fields.biometric',
  screenKeepers: 'sites.fields.screenKeepers',
};

/** Degrees to about ten centimetres. */
const degrees = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;

function mapOf({ place, radius }: SiteDraft, words: Words) {
  const { latitude = 0, longitude = 0 } = place ?? {};
  const metres = Number(radius) || 0;
  const circle = (size: number) => ({
    latitude,
    longitude,
    radius: size,
    color: FENCE_LINE,
    fillColor: FENCE_FILL,
    strokeWidth: 2,
  });
  return {
    show: place !== null,
    latitude,
    longitude,
    scale: zoomFor(metres, latitude),
    circles: [circle(metres), circle(CENTRE_METRES)],
    label: words.t('sites.mapLabel', { radius: metres }),
  };
}

function placeOf({ draft, accuracy, locating }: SiteModel, words: Words) {
  if (locating !== 'idle' && locating !== 'busy') {
    const own = { denied: 'sites.placeFailed', failed: 'sites.placeFailed' } as const;
    return { tone: 'warn', text: refusalText(locating, own, words) };
  }
  if (!draft.place) return { tone: 'plain', text: words.t('sites.noPlace') };
  const latitude = degrees(draft.place.latitude);
  const longitude = degrees(draft.place.longitude);
  const at = words.t('sites.located', { latitude, longitude });
  const fix = accuracy === null ? '' : words.t('sites.accuracy', { accuracy: Math.round(accuracy) });
  return { tone: 'plain', text: [at, fix].filter(Boolean).join(words.t('common.separator')) };
}

function noticeOf({ conflict, failure, tried, draft }: SiteModel, words: Words) {
  const problem = tried ? problemOf(draft) : null;
  if (problem) return { tone: 'warn', text: words.t(`sites.problems.${problem.of}`, { ...problem }) };
  if (failure) return { tone: 'bad', text: errorText(failure, words) };
  if (!conflict) return { tone: '', text: '' };
  const { version } = conflict;
  const mine = conflict.mine
    .map((field) => words.t(FIELD_WORDS[field]))
    .join(words.t('common.listSeparator'));
  const text = mine
    ? words.t('sites.conflict', { version, mine })
    : words.t('sites.conflictNone', { version });
  return { tone: 'warn', text };
}

const historyOf = (history: readonly ChangeEntry[], words: Words) =>
  history.map((entry) => {
    const { version, byName, byNameEn, at } = entry;
    return {
      key: version,
      what: changeText(entry, siteChangeWords(words), words),
      by: words.t('sites.entry', {
        name: personName({ name: byName, nameEn: byNameEn }, words),
        at: instantText(at, CHINA_UTC_OFFSET, words),
        version,
      }),
    };
  });

/** The editor of one site. */
export function siteView(model: SiteModel, words: Words) {
  const { draft, people, base } = model;
  return {
    mode: model.state,
    back: wayBack(model.failure, words),
    error: model.state === 'failed' && model.failure ? errorText(model.failure, words) : '',
    notice: model.state === 'ready' ? noticeOf(model, words) : { tone: '', text: '' },
    nameZh: draft.name['zh-CN'],
    nameEn: draft.name.en,
    map: mapOf(draft, words),
    place: placeOf(model, words),
    radius: draft.radius,
    tolerance: draft.tolerance,
    beacons: draft.beacons.map((beacon, index) => ({
      ...beacon,
      title: words.t('sites.beaconAt', { number: index + 1 }),
    })),
    mayAddBeacon: draft.beacons.length < MAX_BEACONS,
    wifi: networksView(draft, model.attempt, words),
    biometric: {
      policies: BIOMETRIC.map((id) => ({
        id,
        name: words.t(`sites.biometricPolicies.${id}`),
        on: id === draft.biometric,
      })),
      note: words.t(`sites.biometricNotes.${draft.biometric}`),
    },
    keepers: draft.screenKeepers.map((id) => {
      const person = people[id];
      return { id, name: person ? personName(person, words) : id };
    }),
    mayAddKeeper: draft.screenKeepers.length < MAX_KEEPERS,
    hasSecret: base !== null,
    history: historyOf(base?.history ?? [], words),
    busy: model.busy,
    locating: model.locating === 'busy',
    maySave: isChanged(model) && !model.busy,
    text: siteWords(model.busy, words),
  };
}
