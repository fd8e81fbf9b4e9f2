import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformFileSync } from '@swc/core';
import simulate from 'miniprogram-simulate';

const ROOT = path.resolve(__dirname, '../../..');
const MINIPROGRAM = path.join(ROOT, 'miniprogram');

/**
 * Stand for components of Vant, whose WXS the simulator cannot read, and for the one that hears speech. The real ones are under
 * our pages in the browser tests.
 */
const STUBS: Readonly<Record<string, { readonly wxml: string; readonly js: string }>> = {
  'van-button': {
    wxml: '<view class="button {{loading ? \'loading\' : \'\'}}" bindtap="onTap"><slot /></view>',
    js: "Component({ properties: { loading: Boolean, disabled: Boolean }, methods: { onTap() { if (!this.data.loading && !this.data.disabled) this.triggerEvent('click') } } })",
  },
  'van-popup': {
    wxml: '<view class="overlay" bindtap="onTap" /><slot />',
    js: "Component({ methods: { onTap() { this.triggerEvent('close') } } })",
  },
  'voice-button': { wxml: '<view />', js: 'Component({})' },
};

/** The simulator reads JavaScript: components are compiled into a folder of their own, beside the button. */
function compiled(component: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'component-'));
  const source = path.join(MINIPROGRAM, component);
  const target = path.join(folder, component);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  for (const type of ['json', 'wxml', 'wxss']) fs.copyFileSync(`${source}.${type}`, `${target}.${type}`);
  const { code } = transformFileSync(`${source}.ts`, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2020' },
    module: { type: 'commonjs' },
  });
  // What it imports is read where it is.
  const placed = code.replace(
    /require\("(\.[^"]+)"\)/g,
    (_, from: string) => `require(${JSON.stringify(path.resolve(path.dirname(source), from))})`,
  );
  fs.writeFileSync(`${target}.js`, placed);
  for (const [name, { wxml, js }] of Object.entries(STUBS)) {
    fs.mkdirSync(path.join(folder, name));
    const files = { json: '{ "component": true }', wxml, wxss: '', js };
    for (const [type, text] of Object.entries(files))
      fs.writeFileSync(path.join(folder, name, `index.${type}`), text);
  }
  return folder;
}

function stubsOf(folder: string, component: string): Record<string, string> {
  const json = fs.readFileSync(path.join(folder, `${component}.json`), 'utf8');
  const used = Object.keys(STUBS).filter((name) => json.includes(name));
  return Object.fromEntries(used.map((name) => [name, `/${name}/index`]));
}

export interface Heard {
  readonly name: string;
  readonly detail: unknown;
}

type Listening = { addEventListener(name: string, heard: (event: { detail: unknown }) => void): void };

/** The simulator can listen, though its types do not say so. */
const listen = (instance: unknown, name: string, tell: (detail: unknown) => void): void =>
  (instance as Listening).addEventListener(name, ({ detail }) => tell(detail));

/** Renders one of our components with properties, and listens to the events that it sends. */
export function mount(component: string, properties: object, events: readonly string[] = []) {
  const folder = compiled(component);
  const id = simulate.load(path.join(folder, component), path.basename(component), {
    rootPath: folder,
    compiler: 'simulate',
    usingComponents: stubsOf(folder, component),
  });
  const instance = simulate.render(id, properties);
  const heard: Heard[] = [];
  for (const name of events) {
    listen(instance, name, (detail) => heard.push({ name, detail }));
  }
  const parent = document.createElement('div');
  instance.attach(parent);
  return { instance, heard, text: () => wordsOf(parent) };
}

/** Everything that is written, piece by piece. */
function wordsOf(parent: Node): string {
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    words.push(node.textContent?.trim() ?? '');
  return words.filter(Boolean).join(' ');
}

/** Taps an element. The simulator hands events on after the current turn. */
export async function tap(element: { dispatchEvent(name: string): void } | undefined): Promise<void> {
  if (!element) throw new Error('there is nothing to tap');
  element.dispatchEvent('tap');
  await simulate.sleep(0);
}
