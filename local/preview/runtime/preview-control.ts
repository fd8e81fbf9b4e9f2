import { instantOfChinaTime } from '../shared/china-time';
import type { PreviewHandle } from '../shared/preview-handle';
import type { Settings } from '../shared/settings';
import { metrics } from './metrics';
import { setClockOffset } from './phone-clock';
import { changeSettings, currentSettings, settingsChanged } from './phone-state';
import { allProblems, forgetProblems, problemsChanged, reportError } from './problem-log';
import { pageChanged, topPage } from './router/page-stack';

declare global {
  var __preview: PreviewHandle;
}

let isReady = false;

/** The first page, or the failure, is on the screen. */
export function phoneIsReady(): void {
  isReady = true;
}

/** Exposes the handle of the phone to panel and tests. */
export function installControl(): void {
  const handle: PreviewHandle = {
    state: () => ({ ...currentSettings(), now: Date.now(), route: topPage()?.route ?? '' }),
    set: ({ now, ...change }) => applyChange(now, change),
    problems: allProblems,
    clearProblems: forgetProblems,
    onChange(listener) {
      settingsChanged.add(listener);
      problemsChanged.add(listener);
      pageChanged.add(listener);
    },
    metrics,
    isReady: () => isReady,
  };
  globalThis.__preview = handle;
}

async function applyChange(
  now: number | string | null | undefined,
  change: Partial<Settings>,
): Promise<void> {
  const before = currentSettings();
  if (now !== undefined) {
    setClockOffset(await setCloudClock(typeof now === 'string' ? instantOf(now) : now));
  }
  changeSettings(change);
  // A change of person or language restarts WeChat.
  const restarts = (['person', 'language'] as const).some((name) => before[name] !== currentSettings()[name]);
  if (restarts) location.reload();
}

/** `?now=` sets the clock before the Mini Program starts, so the page reloads without it. True if it is reloading. */
export function setClockFromAddress(): boolean {
  const url = new URL(location.href);
  const now = url.searchParams.get('now');
  if (now === null) return false;
  url.searchParams.delete('now');
  setCloudClock(instantOf(now)).then(() => location.replace(url), reportError);
  return true;
}

/** Epoch ms of a number, or of a date-time, Chinese if it names no zone; `real` is the machine's clock. */
function instantOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const named = Date.parse(text);
  return /(Z|[+-]\d\d:?\d\d)$/.test(text) && Number.isFinite(named) ? named : instantOfChinaTime(text);
}

/** @returns how far the cloud's clock is ahead of the machine's, ms */
async function setCloudClock(now: number | null): Promise<number> {
  const response = await fetch('/preview/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-client': 'preview' },
    body: JSON.stringify({ now }),
  });
  if (!response.ok) throw new Error(`the clock was not set: ${response.status}`);
  return ((await response.json()) as { clockOffset: number }).clockOffset;
}
