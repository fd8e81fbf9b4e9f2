import * as glassEasel from 'glass-easel';
import { isNpm } from '../shared/npm';
import type { Metrics } from '../shared/preview-handle';
import { reportFault } from './problem-log';

/** Metrics for the benchmarks: https://developers.weixin.qq.com/miniprogram/dev/framework/audits/performance.html */
export const metrics: Metrics = { firstScreen: 0, setData: [], pages: [] };

/** Only the newest are kept, to bound the memory. */
const MAX_KEPT = 2000;

export function recordPage(page: string, render: number): void {
  if (metrics.pages.length === 0) metrics.firstScreen = performance.now();
  metrics.pages.push({ page, render });
}

/** Measures every setData: size as JSON and time until the view is updated. */
export function measureSetData(): void {
  const original = glassEasel.Component.prototype.setData;
  glassEasel.Component.prototype.setData = function setData(data) {
    const start = performance.now();
    original.call(this, data);
    const duration = performance.now() - start;
    if (metrics.setData.length >= MAX_KEPT) metrics.setData.shift();
    const bytes = sizeOf(data ?? {});
    metrics.setData.push({ page: pageOf(this), component: this.is, bytes, duration });
    if (!isNpm(this.is)) checkData(this.is, data ?? {}, bytes);
  };
}

/** A component instance in its own data is a cycle; it is not counted. */
function sizeOf(data: object): number {
  try {
    return JSON.stringify(data).length;
  } catch {
    return 0;
  }
}

/** The platform's limit of one call. */
const MAX_SET_DATA = 1024 * 1024;

/** Reports what works here and fails on a phone. */
function checkData(place: string, data: object, bytes: number): void {
  const report = (message: string): void => reportFault('runtime', message, place);
  if (bytes > MAX_SET_DATA) report(`setData of ${bytes} characters is over the limit of ${MAX_SET_DATA}`);
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) report(`setData: "${name}" is undefined, which the platform does not take`);
  }
}

function pageOf(component: glassEasel.GeneralComponent): string {
  let host = component;
  for (let owner = host.ownerShadowRoot; owner; owner = host.ownerShadowRoot) host = owner.getHostNode();
  return host.is;
}
