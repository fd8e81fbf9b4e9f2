import type { Settings } from '../../../local/preview/shared/settings';

export interface PhoneOptions {
  /** Address of the preview, as `startPreview` answers it. */
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** False: a mouse. */
  readonly touch?: boolean;
  /** Openid. */
  readonly person?: string;
  /** Epoch ms or ISO date-time; the clock of the cloud and of the phone. */
  readonly now?: number | string;
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly accuracy?: number };
  readonly dark?: boolean;
  readonly lang?: Settings['language'];
  readonly network?: Settings['network'];
  /** Permissions are given and the privacy agreement is signed, unless a test says otherwise. */
  readonly location?: Settings['location'];
  readonly privacy?: Settings['privacy'];
  readonly messages?: Settings['messages'];
  /** Items that the privacy guide does not declare. */
  readonly undeclared?: string;
  readonly camera?: Settings['camera'];
  /** A phone without a fingerprint sensor, unless a test says otherwise. */
  readonly soter?: Settings['soter'];
  readonly bluetooth?: Settings['bluetooth'];
  readonly beacons?: string;
  readonly wifi?: string;
  readonly microphone?: Settings['microphone'];
  /** What is said into the phone; empty: no plugin understands it. */
  readonly said?: string;
  /** First page, such as `/pages/me/me?tab=1`. */
  readonly page?: string;
  /** The page with the panel instead of the phone alone. */
  readonly withPanel?: boolean;
}

/** Settings of a phone that a test does not name. */
const DEFAULTS = {
  location: 'allowed',
  privacy: 'agreed',
  messages: 'ask',
  undeclared: '',
  camera: 'allowed',
  soter: 'unsupported',
  bluetooth: 'on',
  beacons: '',
  wifi: '',
  microphone: 'allowed',
} as const satisfies Partial<PhoneOptions>;

/** Those of them that a test names. */
const given = (options: PhoneOptions): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).flatMap((name) => {
      const value = options[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Address of the preview with these options. */
export function addressOf(options: PhoneOptions): string {
  const { url, person, place, dark, lang, network, now, page = '', withPanel } = options;
  const query = new URLSearchParams({
    ...DEFAULTS,
    ...given(options),
    ...(person === undefined ? {} : { person }),
    ...(place ? { lat: String(place.latitude), lng: String(place.longitude) } : {}),
    ...(place?.accuracy === undefined ? {} : { accuracy: String(place.accuracy) }),
    ...(dark === undefined ? {} : { dark: dark ? '1' : '0' }),
    ...(options.said === undefined ? {} : { said: options.said }),
    ...(lang === undefined ? {} : { lang }),
    ...(network === undefined ? {} : { network }),
    ...(now === undefined ? {} : { now: String(now) }),
  });
  const address = new URL(withPanel ? '' : 'phone', url);
  address.search = query.toString();
  address.hash = page;
  return address.href;
}
