import { throughNetwork } from './api/cloud-request';
import { type ComponentSource, codeSpace, defineComponent, type Templates } from './framework/code-space';
import { defineUsed } from './framework/lazy-components';
import { miniProgram } from './mini-program';
import { reportError } from './problem-log';
import { Signal } from './signal';

interface PackageSource {
  readonly templates: Templates;
  readonly components: readonly ComponentSource[];
}

/** Modules of the main package by their file. */
export type SharedModules = Readonly<Record<string, () => unknown>>;

declare global {
  var __addPackage: (root: string, source: PackageSource) => void;
  var __moduleOfMain: (file: string) => unknown;
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/base/app/app-event/wx.onLazyLoadError.html */
export const lazyLoadFailed = new Signal<{ type: string; subpackage: string[]; errMsg: string }>();

/** Subpackages that are being loaded, or are there. */
const begun = new Set<string>();

/**
 * Loads the script of a subpackage when one of its components is to be shown; until then, and if that fails, its placeholder
 * is. A failed one is tried again the next time.
 */
export function loadPackagesWhenShown(roots: readonly string[], shared: SharedModules): void {
  const space = codeSpace.getComponentSpace();
  globalThis.__moduleOfMain = (file) => shared[file]?.();
  globalThis.__addPackage = (_, { templates, components }) => {
    // Together, so that none replaces its placeholder before those that it uses are there.
    space.groupRegister(() => {
      for (const component of components) {
        defineComponent(component, templates);
        defineUsed(component);
      }
    });
  };
  space.setComponentWaitingListener((_, path) => {
    const root = roots.find((each) => path.replace(/^\//, '').startsWith(`${each}/`));
    if (root !== undefined && !begun.has(root)) load(root).catch(reportError);
  });
}

async function load(root: string): Promise<void> {
  begun.add(root);
  try {
    await throughNetwork('loadSubpackage', () => addScript(`/preview/packages/${root}.js`));
  } catch (error) {
    begun.delete(root);
    lazyLoadFailed.emit({
      type: 'subpackage',
      subpackage: [nameOf(root)],
      errMsg: (error as Error).message,
    });
  }
}

function nameOf(root: string): string {
  const { subPackages = [], subpackages = [] } = miniProgram().app;
  return [...subPackages, ...subpackages].find((each) => each.root.startsWith(root))?.name ?? root;
}

function addScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} was not loaded`)));
    document.head.append(script);
  });
}
