import { el, segments } from '../../preview/panel/dom';
import { ask, takeToken } from './ask';
import { databaseView } from './database-view';
import { functionsView } from './functions-view';
import { messagesView, storageView, timersView } from './list-views';
import { alertOf, button, time } from './parts';
import { type Place, placeOf } from './place';
import { chooseLanguage, language, word } from './words';

const VIEWS = {
  database: databaseView,
  functions: functionsView,
  storage: storageView,
  timers: timersView,
  messages: messagesView,
} as const satisfies Record<string, (place: Place) => Promise<HTMLElement[]>>;

type Tab = keyof typeof VIEWS;

const header = el('header');
const tabs = el('nav', { className: 'tabs' });
const main = el('main');
document.body.append(header, tabs, main);

/** Grows with every drawing: what a slower, older one brings is dropped. */
let drawing = 0;

async function draw(): Promise<void> {
  takeToken();
  drawing += 1;
  const current = drawing;
  const place = placeOf(location.hash);
  const tab: Tab = Object.hasOwn(VIEWS, place.tab) ? (place.tab as Tab) : 'database';
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  drawTabs(tab);
  try {
    const { now, dataDir } = await ask('state', {});
    const parts = await VIEWS[tab](place);
    if (current !== drawing) return;
    drawHeader(now, dataDir);
    main.className = tab;
    main.replaceChildren(...parts);
  } catch (error) {
    if (current !== drawing) return;
    drawHeader(null, '');
    main.replaceChildren(alertOf(error));
  }
}

function drawHeader(now: number | null, dataDir: string): void {
  const choices = [
    { value: 'zh', label: '中文' },
    { value: 'en', label: 'English' },
  ];
  const languages = segments(word('language'), choices, language(), (chosen) => {
    chooseLanguage(chosen);
    void draw();
  });
  const clock = el('span', { className: 'clock', textContent: now === null ? '' : time(now) });
  header.replaceChildren(
    el('div', { className: 'line' }, [
      el('h1', {}, [word('title'), ' ', el('span', { className: 'badge', textContent: word('local') })]),
      el('div', { className: 'buttons' }, [clock, button(word('refresh'), draw), languages]),
    ]),
    el(
      'p',
      { className: 'banner' },
      dataDir ? [word('banner'), ' ', el('code', { textContent: dataDir })] : [],
    ),
  );
}

function drawTabs(tab: Tab): void {
  const links = (Object.keys(VIEWS) as Tab[]).map((name) => {
    const link = el('a', { href: `#/${name}`, textContent: word(name) });
    if (name === tab) link.ariaCurrent = 'page';
    return link;
  });
  tabs.ariaLabel = word('title');
  tabs.replaceChildren(...links);
}

addEventListener('hashchange', draw);
void draw();
