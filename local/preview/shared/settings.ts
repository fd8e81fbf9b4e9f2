/** The panel's settings: the person, the place and the state of the simulated phone. */
export interface Settings {
  /** Openid of the WeChat user; empty: the first demo person. */
  readonly person: string;
  /** Id of a place preset, or `custom`. */
  readonly place: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Radius of the reported position, metres. */
  readonly accuracy: number;
  /** `ask` shows the permission prompt; `off` is the system's own location switch. */
  readonly location: 'ask' | 'allowed' | 'refused' | 'off';
  /** The camera's permission prompt. */
  readonly camera: 'ask' | 'allowed' | 'refused';
  /** The microphone's permission prompt. */
  readonly microphone: 'ask' | 'allowed' | 'refused';
  /** The permission prompt for saving pictures to the album. */
  readonly album: 'ask' | 'allowed' | 'refused';
  /** What the person says into the phone; empty: the account has not added the plugin that understands it. */
  readonly said: string;
  readonly privacy: 'ask' | 'agreed';
  /** Subscribe messages: the person's permanent choice; `off` is the main switch in WeChat's settings. */
  readonly messages: 'ask' | 'allowed' | 'refused' | 'off';
  /** Items that the account's privacy guide does not declare, by `PRIVACY_ITEMS`, separated by commas. */
  readonly undeclared: string;
  /** `lost`: the request reaches the server, the response is lost. */
  readonly network: 'online' | 'offline' | 'slow' | 'lost';
  readonly language: 'zh_CN' | 'en';
  readonly dark: boolean;
  /** Font size of WeChat, px; one of `FONT_SIZES`. */
  readonly fontSize: number;
  /** Repeats the first position for 30 s, as WeChat does. */
  readonly locationCache: boolean;
  /** The code that the camera reads; empty: none. */
  readonly scan: string;
  readonly bluetooth: 'on' | 'off';
  /** Beacons within reach, see `readBeacons`. */
  readonly beacons: string;
  /** The network that the phone is on, `<bssid>/<ssid>`; empty: none, `off`: Wi-Fi is turned off. */
  readonly wifi: string;
  /** The fingerprint check: `ask` asks whoever is at the panel. */
  readonly soter: 'ask' | 'ok' | 'refused' | 'unsupported';
}

/** Font sizes of WeChat on an iPhone, px: https://developers.weixin.qq.com/miniprogram/design/elderly.html */
export const STANDARD_FONT_SIZE = 17;
export const FONT_SIZES = [16, STANDARD_FONT_SIZE, 18, 19.5, 21, 22, 23.8] as const;

export const DEFAULT_SETTINGS: Settings = {
  person: '',
  place: '',
  latitude: 31.2304,
  longitude: 121.4737,
  accuracy: 12,
  location: 'ask',
  camera: 'ask',
  microphone: 'ask',
  album: 'ask',
  said: '材料齐全，同意',
  privacy: 'ask',
  messages: 'ask',
  undeclared: '',
  network: 'online',
  language: 'zh_CN',
  dark: false,
  fontSize: STANDARD_FONT_SIZE,
  locationCache: false,
  scan: '',
  bluetooth: 'on',
  beacons: '',
  wifi: '',
  soter: 'ask',
};

const CHOICES = {
  location: ['ask', 'allowed', 'refused', 'off'],
  camera: ['ask', 'allowed', 'refused'],
  microphone: ['ask', 'allowed', 'refused'],
  album: ['ask', 'allowed', 'refused'],
  privacy: ['ask', 'agreed'],
  messages: ['ask', 'allowed', 'refused', 'off'],
  network: ['online', 'offline', 'slow', 'lost'],
  language: ['zh_CN', 'en'],
  bluetooth: ['on', 'off'],
  soter: ['ask', 'ok', 'refused', 'unsupported'],
} as const;

/** Names in the query string that differ from the setting's own. */
const QUERY_NAMES: Readonly<Record<string, keyof Settings>> = {
  lat: 'latitude',
  lng: 'longitude',
  lang: 'language',
};

/** Keeps the values of the right kind, drops the rest: both localStorage and the query come from outside. */
export function readSettings(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const key = QUERY_NAMES[name] ?? name;
    const read = readValue(key, value);
    if (read !== undefined) found[key] = read;
  }
  return found as Partial<Settings>;
}

function readValue(key: string, value: unknown): unknown {
  if (key in CHOICES) {
    const choices: readonly unknown[] = CHOICES[key as keyof typeof CHOICES];
    return choices.includes(value) ? value : undefined;
  }
  const example: unknown = DEFAULT_SETTINGS[key as keyof Settings];
  if (typeof example === 'boolean') return value === true || value === '1' || value === 'true';
  if (typeof example === 'string') return typeof value === 'string' ? value : undefined;
  if (typeof example !== 'number' || value === '' || value === null) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const STORAGE_KEY = 'preview.settings';

export function loadSettings(storage: Storage, query: URLSearchParams): Settings {
  const kept: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? '{}');
  const stored = typeof kept === 'object' && kept !== null ? readSettings({ ...kept }) : {};
  const asked = readSettings(Object.fromEntries(query));
  const hasOwnPlace = asked.latitude !== undefined && asked.place === undefined;
  return { ...DEFAULT_SETTINGS, ...stored, ...asked, ...(hasOwnPlace ? { place: 'custom' } : {}) };
}

export function saveSettings(storage: Storage, settings: Settings): void {
  storage.setItem(STORAGE_KEY, JSON.stringify(settings));
}
