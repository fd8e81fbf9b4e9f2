import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformFileSync } from '@swc/core';
import simulate from 'miniprogram-simulate';

const ROOT = path.resolve(__dirname, '../../..');
const MINIPROGRAM = path.join(ROOT, 'miniprogram');

/**
 * Stands for Vant's button, whose WXS the simulator cannot read. The real one is under our pages in the browser
 * tests.
 */
const BUTTON = {
  'index.json': '{ "component": true }',
  'index.wxml': '<view class="button" bindtap="onTap"><slot /></view>',
  'index.wxss': '',
  'index.js': "Component({ methods: { onTap() { this.triggerEvent('click') } } })",
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
  fs.writeFileSync(`${target}.js`, code);
  fs.mkdirSync(path.join(folder, 'button'));
  for (const [file, text] of Object.entries(BUTTON))
    fs.writeFileSync(path.join(folder, 'button', file), text);
  return folder;
}

const usesButton = (folder: string, component: string): boolean =>
  fs.readFileSync(path.join(folder, `${component}.json`), 'utf8').includes('van-button');

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
    usingComponents: usesButton(folder, component) ? { 'van-button': '/button/index' } : {},
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
