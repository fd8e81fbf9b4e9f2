import { appHidden, appShown } from './api/create-wx';
import type { ComponentSource, Templates } from './framework/code-space';
import { defineWhenNeeded } from './framework/lazy-components';
import { homePage, isDark, miniProgram, type RuntimeConfig, setMiniProgram, themed } from './mini-program';
import { loadPackagesWhenShown, type SharedModules } from './packages';
import { settingsChanged } from './phone-state';
import { phoneIsReady } from './preview-control';
import { reportError } from './problem-log';
import { drawBars, reLaunch } from './router/navigation';
import { openPages, pageChanged, topPage } from './router/page-stack';

interface MiniProgramSource {
  readonly config: RuntimeConfig;
  readonly templates: Templates;
  readonly app: () => void;
  readonly components: readonly ComponentSource[];
  /** What subpackages that are loaded later use of the main package. */
  readonly shared: SharedModules;
}

type AppInstance = Record<string, unknown>;
let app: AppInstance = {};

declare global {
  var __startMiniProgram: (source: MiniProgramSource) => void;
}

/** Runs the scripts of the Mini Program in the platform's order and opens its first page. */
export function startMiniProgram(source: MiniProgramSource): void {
  const { config, templates, app: loadApp, components, shared } = source;
  setMiniProgram(config);
  Object.assign(globalThis, {
    App: (definition: AppInstance) => {
      app = definition;
    },
    getApp: () => app,
    getCurrentPages: () => openPages().map(({ page }) => page),
  });
  try {
    loadApp();
  } catch (error) {
    reportError(error, 'app');
  }
  defineWhenNeeded(components, templates);
  loadPackagesWhenShown(config.packagesOfComponents, shared);
  followTheme();
  followRoute();
  open();
}

function open(): void {
  const { url, path, query } = startUrl();
  const options = { path, query, scene: 1001, referrerInfo: {}, shareTicket: undefined };
  callApp('onLaunch', options);
  callApp('onShow', options);
  appShown.emit(options);
  try {
    reLaunch(url);
  } catch (error) {
    reportError(error, path);
  }
  phoneIsReady();
  document.addEventListener('visibilitychange', () => {
    callApp(document.hidden ? 'onHide' : 'onShow', options);
    if (document.hidden) appHidden.emit();
    else appShown.emit(options);
  });
}

/** `#/pages/x/x?id=1` opens that page first, so that a reload keeps the page. */
function startUrl(): { url: string; path: string; query: Record<string, string> } {
  const wanted = location.hash.slice(1);
  const { pathname, searchParams, search } = new URL(wanted || `/${homePage()}`, 'http://app');
  const path = pathname.slice(1);
  if (miniProgram().pages.includes(path)) {
    return { url: pathname + search, path, query: Object.fromEntries(searchParams) };
  }
  return { url: `/${homePage()}`, path: homePage(), query: {} };
}

function callApp(method: string, argument: object): void {
  const handler = app[method];
  if (typeof handler !== 'function') return;
  try {
    const result: unknown = handler.call(app, argument);
    if (result instanceof Promise) result.catch((error: unknown) => reportError(error, 'app'));
  } catch (error) {
    reportError(error, 'app');
  }
}

function followTheme(): void {
  const apply = (): void => {
    document.documentElement.classList.toggle('mp-dark', isDark());
    for (const page of openPages()) page.frame.style.background = themed(page.window.backgroundColor) ?? '';
    const open = topPage();
    if (open) drawBars(open);
  };
  apply();
  settingsChanged.add(apply);
}

function followRoute(): void {
  pageChanged.add(() => {
    const open = topPage();
    if (!open) return;
    const query = new URLSearchParams(open.query).toString();
    history.replaceState(null, '', `${location.pathname}#/${open.route}${query ? `?${query}` : ''}`);
  });
}

/** Shown instead of a blank page if the sources do not build. */
export function showFatalProblem(): boolean {
  const fatal = globalThis.__previewBoot.problems.filter((problem) => problem.fatal);
  if (fatal.length === 0) return false;
  const box = document.body.appendChild(document.createElement('pre'));
  box.className = 'mp-fatal';
  box.textContent = fatal.map(({ place, message }) => `${place}\n${message}`).join('\n\n');
  phoneIsReady();
  return true;
}
