import type { DemoPerson, DemoPlace, Doors } from '../cloud-port';
import { settingsAt } from '../shared/place-settings';
import { loadSettings, saveSettings } from '../shared/settings';
import { el } from './dom';
import { doorSection } from './door-section';
import { forwardHandle, PhoneLink } from './phone-link';
import {
  clockSection,
  networkSection,
  type PanelView,
  personSection,
  phoneSection,
  placeSection,
  problemSection,
} from './sections';
import { wordsOf } from './words';

const PHONE_HEIGHT = 844;
const FRAME_PX = 14;

const query = new URLSearchParams(location.search);
saveSettings(localStorage, loadSettings(localStorage, query));
const now = query.get('now');

const address = `/phone${now === null ? '' : `?now=${encodeURIComponent(now)}`}${location.hash}`;
const iframe = el('iframe', { id: 'phone', title: 'phone', src: address });
history.replaceState(null, '', '/');
const device = el('div', { className: 'device' }, [iframe]);
const panel = el('aside', { className: 'panel' });
const handleButton = el('button', { type: 'button', className: 'handle' });
const scrim = el('div', { className: 'scrim' });
document.body.append(el('main', {}, [device]), scrim, panel, handleButton);

let people: readonly DemoPerson[] = [];
let places: readonly DemoPlace[] = [];
let placesOf = '';
let doors: Doors = { codes: [], beacons: [], networks: [] };
let consoleUrl: string | null = null;

const link = new PhoneLink(iframe, () => {
  draw();
  refresh().catch((error: unknown) => console.error(error));
});
globalThis.__preview = forwardHandle(link);

async function load<Shape>(path: string): Promise<Shape> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Shape;
}

async function loadConsoleUrl(): Promise<void> {
  const headers = { 'x-demo-client': 'preview' };
  const response = await fetch('/preview/console', { method: 'POST', headers });
  ({ url: consoleUrl } = (await response.json()) as { url: string | null });
  draw();
}

/** The codes change every thirty seconds, so they are loaded on demand. */
async function refreshDoors(): Promise<Doors> {
  const headers = { 'x-demo-client': 'preview' };
  const response = await fetch('/preview/doors', { method: 'POST', headers });
  doors = (await response.json()) as Doors;
  return doors;
}

function consoleLink(href: string, textContent: string): HTMLElement {
  return el('a', { href, textContent, target: '_blank', rel: 'noopener noreferrer' });
}

/** The places belong to the person who holds the phone. */
async function refresh(): Promise<void> {
  const person = link.handle()?.state().person ?? '';
  if (people.length > 0 && placesOf === person) return;
  placesOf = person;
  [people, places] = await Promise.all([
    load<DemoPerson[]>('/preview/people'),
    load<DemoPlace[]>(`/preview/places?person=${encodeURIComponent(person)}`),
  ]);
  keepPlace();
  draw();
}

/** The same kind of place for another person may be in another city. */
function keepPlace(): void {
  const state = link.handle()?.state();
  if (!state || state.place === 'custom') return;
  const place = places.find(({ id }) => id === state.place) ?? places[0];
  if (!place) return;
  const { id, latitude, longitude } = place;
  const isThere = state.place === id && state.latitude === latitude && state.longitude === longitude;
  if (!isThere) link.set(settingsAt(place));
}

function draw(): void {
  const state = link.handle()?.state();
  if (!state) return;
  const word = wordsOf(state.language);
  const view: PanelView = { state, people, places, doors, link, word, refreshDoors };
  const typing = document.activeElement?.matches('.panel input:not([type=checkbox])') ?? false;
  const problems = link.handle()?.problems() ?? [];
  const faults = problems.filter(({ level }) => level === 'fault').length;
  handleButton.textContent = faults > 0 ? String(faults) : '⋮';
  handleButton.classList.toggle('bad', faults > 0);
  handleButton.ariaLabel = word('open');
  if (typing) return;
  const { scrollTop } = panel;
  const close = el('button', {
    type: 'button',
    className: 'close',
    ariaLabel: word('close'),
    textContent: '✕',
  });
  close.addEventListener('click', () => open(false));
  const about = el('p', { textContent: word('subtitle') });
  if (consoleUrl !== null) about.append(' · ', consoleLink(consoleUrl, word('console')));
  const title = el('header', {}, [el('div', {}, [el('h1', { textContent: word('title') }), about]), close]);
  const parts = [personSection, placeSection, doorSection, networkSection, clockSection, phoneSection];
  // Problems are shown first; an empty list goes last.
  parts.splice(problems.length > 0 ? 0 : parts.length, 0, problemSection);
  panel.replaceChildren(title, ...parts.map((part) => part(view)));
  panel.scrollTop = scrollTop;
  showClock();
}

function showClock(): void {
  const clock = panel.querySelector('.clock');
  const state = link.handle()?.state();
  if (clock && state)
    clock.textContent = new Date(state.now).toLocaleString('zh-CN', {
      hour12: false,
      timeZone: 'Asia/Shanghai',
    });
}

function open(isOpen: boolean): void {
  document.body.classList.toggle('open', isOpen);
}

/** The whole phone fits into the window. */
function fitPhone(): void {
  const scale = Math.min(1, (innerHeight - 32) / (PHONE_HEIGHT + 2 * FRAME_PX));
  device.style.setProperty('--scale', String(scale));
}

handleButton.addEventListener('click', () => open(true));
scrim.addEventListener('click', () => open(false));
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') open(false);
});
addEventListener('resize', fitPhone);
setInterval(showClock, 1000);
loadConsoleUrl().catch((error: unknown) => console.error(error));
refreshDoors().then(draw, (error: unknown) => console.error(error));
fitPhone();
