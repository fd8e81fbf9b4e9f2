import type { DemoPerson, DemoPlace, Doors } from '../cloud-port';
import { chinaDateTime, instantOfChinaTime } from '../shared/china-time';
import { settingsAt } from '../shared/place-settings';
import type { PreviewHandle } from '../shared/preview-handle';
import type { Problem } from '../shared/problem';
import { FONT_SIZES, type Settings } from '../shared/settings';
import { type Choice, el, numberField, row, section, segments, textField, toggle } from './dom';
import type { PhoneLink } from './phone-link';
import type { Word } from './words';

export interface PanelView {
  readonly state: ReturnType<PreviewHandle['state']>;
  readonly people: readonly DemoPerson[];
  readonly places: readonly DemoPlace[];
  readonly doors: Doors;
  /** Loads the current codes. */
  readonly refreshDoors: () => Promise<Doors>;
  readonly link: PhoneLink;
  readonly word: (name: Word) => string;
}

export const choicesOf = (view: PanelView, values: readonly Word[]): Choice[] =>
  values.map((value) => ({ value, label: view.word(value) }));

export function personSection(view: PanelView): HTMLElement {
  const options = view.people.map(({ openid, name, role }) =>
    el('option', {
      value: openid,
      textContent: role && role !== 'unbound' ? `${name} · ${role}` : name,
      selected: openid === view.state.person,
    }),
  );
  const select = el('select', { ariaLabel: view.word('person') }, options);
  select.addEventListener('change', () => view.link.set({ person: select.value }));
  return section(view.word('person'), [select]);
}

export function placeSection(view: PanelView): HTMLElement {
  const { state, places, word, link } = view;
  const choose = (id: string): void => {
    const place = places.find((each) => each.id === id);
    if (place) link.set(settingsAt(place));
  };
  const presets = places.map(({ id, label }) => ({ value: id, label }));
  const at = places.find(
    ({ latitude, longitude }) => latitude === state.latitude && longitude === state.longitude,
  );
  const list = segments(word('place'), presets, at?.id ?? '', choose);
  list.classList.add('wrap');
  const fields = el('div', { className: 'fields' }, [
    numberField(word('latitude'), state.latitude, '0.0001', (latitude) =>
      link.set({ place: 'custom', latitude }),
    ),
    numberField(word('longitude'), state.longitude, '0.0001', (longitude) =>
      link.set({ place: 'custom', longitude }),
    ),
    numberField(word('accuracy'), state.accuracy, '1', (accuracy) => link.set({ accuracy })),
  ]);
  const permission = segments(
    word('locationPermission'),
    choicesOf(view, ['ask', 'allowed', 'refused', 'off']),
    state.location,
    (location) => link.set({ location: location as Settings['location'] }),
  );
  const cache = toggle(word('locationCache'), state.locationCache, (locationCache) =>
    link.set({ locationCache }),
  );
  return section(word('place'), [list, fields, row(word('locationPermission'), permission), cache]);
}

export function networkSection(view: PanelView): HTMLElement {
  const choices = choicesOf(view, ['online', 'offline', 'slow', 'lost']);
  const choose = (network: string): void => view.link.set({ network: network as Settings['network'] });
  return section(view.word('network'), [segments(view.word('network'), choices, view.state.network, choose)]);
}

/** A smaller difference from the machine's clock counts as real time. */
const CLOCK_SLACK_MS = 2000;

export function clockSection(view: PanelView): HTMLElement {
  const { state, word, link } = view;
  const input = el('input', {
    type: 'datetime-local',
    value: chinaDateTime(state.now),
    ariaLabel: word('clock'),
  });
  input.addEventListener('change', () => {
    const now = instantOfChinaTime(input.value);
    if (now !== null) link.set({ now });
  });
  const isReal = Math.abs(state.now - Date.now()) < CLOCK_SLACK_MS;
  const real = el('button', {
    type: 'button',
    className: 'plain',
    textContent: word('real'),
    disabled: isReal,
  });
  real.addEventListener('click', () => link.set({ now: null }));
  const current = el('span', { className: 'clock' });
  return section(word('clock'), [el('div', { className: 'row' }, [input, real])], [current]);
}

export function phoneSection(view: PanelView): HTMLElement {
  const { state, word, link } = view;
  const languages = [
    { value: 'zh_CN', label: '中文' },
    { value: 'en', label: 'English' },
  ];
  const privacy = [
    { value: 'ask', label: word('notAgreed') },
    { value: 'agreed', label: word('agreed') },
  ];
  const restart = el('button', { type: 'button', className: 'plain', textContent: word('restart') });
  restart.addEventListener('click', () => link.restart());
  const clear = el('button', { type: 'button', className: 'plain', textContent: word('clear') });
  clear.addEventListener('click', () => link.clearStorage(state.person));
  return section(word('phone'), [
    row(
      word('language'),
      segments(word('language'), languages, state.language, (language) =>
        link.set({ language: language as Settings['language'] }),
      ),
    ),
    toggle(word('dark'), state.dark, (dark) => link.set({ dark })),
    row(
      word('fontSize'),
      segments(
        word('fontSize'),
        FONT_SIZES.map((size) => ({ value: String(size), label: String(size) })),
        String(state.fontSize),
        (size) => link.set({ fontSize: Number(size) }),
      ),
    ),
    row(
      word('privacy'),
      segments(word('privacy'), privacy, state.privacy, (value) =>
        link.set({ privacy: value as Settings['privacy'] }),
      ),
    ),
    row(
      word('camera'),
      segments(word('camera'), choicesOf(view, ['ask', 'allowed', 'refused']), state.camera, (camera) =>
        link.set({ camera: camera as Settings['camera'] }),
      ),
    ),
    row(
      word('microphone'),
      segments(
        word('microphone'),
        choicesOf(view, ['ask', 'allowed', 'refused']),
        state.microphone,
        (microphone) => link.set({ microphone: microphone as Settings['microphone'] }),
      ),
    ),
    row(
      word('album'),
      segments(word('album'), choicesOf(view, ['ask', 'allowed', 'refused']), state.album, (album) =>
        link.set({ album: album as Settings['album'] }),
      ),
    ),
    textField(word('said'), state.said, (said) => link.set({ said })),
    el('div', { className: 'row' }, [restart, clear]),
  ]);
}

export function problemSection(view: PanelView): HTMLElement {
  const handle = view.link.handle();
  const problems = handle?.problems() ?? [];
  const faults = problems.filter(({ level }) => level === 'fault');
  const hints = problems.filter(({ level }) => level === 'hint');
  const count = el('span', {
    className: faults.length > 0 ? 'count bad' : 'count',
    textContent: String(problems.length),
  });
  const clear = el('button', { type: 'button', className: 'plain', textContent: view.word('clear') });
  clear.addEventListener('click', () => handle?.clearProblems());
  const list = [
    ...(faults.length > 0 ? [problemList(faults, 'faults')] : []),
    ...(hints.length > 0 ? [el('p', { textContent: view.word('hints') }), problemList(hints, 'hints')] : []),
    problems.length > 0 ? clear : el('p', { textContent: view.word('none') }),
  ];
  const part = section(view.word('problems'), list, [count]);
  part.id = 'problems';
  return part;
}

function problemList(problems: readonly Problem[], className: string): HTMLElement {
  const items = problems.map(({ kind, place, message }) =>
    el('li', {}, [
      el('b', { textContent: kind }),
      el('span', { textContent: message }),
      el('i', { textContent: place }),
    ]),
  );
  return el('ul', { className }, items);
}
