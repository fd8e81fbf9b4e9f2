import { el, segments } from '../../preview/panel/dom';
import { callApi, storeToken } from './call-api';
import { databaseView } from './database-view';
import { functionsView } from './functions-view';
import { messagesView, storageView, timersView } from './list-views';
import { alertOf, button, time } from './parts';
import { type Route, routeOf } from './route';
import { chooseLanguage, language, t } from './words';

const VIEWS = {
  database: databaseView,
  functions: functionsView,
  storage: storageView,
  timers: timersView,
  messages: messagesView,
} as const satisfies Record<string, (place: Route) => Promise<HTMLElement[]>>;

type Tab = keyof typeof VIEWS;

const header = el('header');
const tabs = el('nav', { className: 'tabs' });
const main = el('main');
document.body.append(header, tabs, main);

/** Incremented with every render: the result of an older one is dropped. */
let drawing = 0;

async function draw(): Promise<void> {
  storeToken();
  drawing += 1;
  const current = drawing;
  const place = routeOf(location.hash);
  const tab: Tab = Object.hasOwn(VIEWS, place.tab) ? (place.tab as Tab) : 'database';
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  drawTabs(tab);
  try {
    const { now, dataDir } = await callApi('state', {});
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
  const languages = segments(t('language'), choices, language(), (chosen) => {
    chooseLanguage(chosen);
    void draw();
  });
  const clock = el('span', { className: 'clock', textContent: now === null ? '' : time(now) });
  header.replaceChildren(
    el('div', { className: 'line' }, [
      el('h1', {}, [t('title'), ' ', el('span', { className: 'badge', textContent: t('local') })]),
      el('div', { className: 'buttons' }, [clock, button(t('refresh'), draw), languages]),
    ]),
    el('p', { className: 'banner' }, dataDir ? [t('banner'), ' ', el('code', { textContent: dataDir })] : []),
  );
}

function drawTabs(tab: Tab): void {
  const links = (Object.keys(VIEWS) as Tab[]).map((name) => {
    const link = el('a', { href: `#/${name}`, textContent: t(name) });
    if (name === tab) link.ariaCurrent = 'page';
    return link;
  });
  tabs.ariaLabel = t('title');
  tabs.replaceChildren(...links);
}

addEventListener('hashchange', draw);
void draw();
