import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { toolGates } from '../../../../scripts/check/tool-gates';
import { scratchFolder } from '../scratch-folder';

const ROOT = path.resolve(__dirname, '../../../..');

/** One line each: what Node.js 18.15 lacks. */
const LACKING = [
  'export const a = [1].toSorted();',
  'export const b = Object.groupBy([1], () => "x");',
  'export const c = Map.groupBy([1], () => "x");',
  'export const d = [1].with(0, 2);',
  'export const e = [1].toReversed();',
  'export const f = [1].toSpliced(0);',
  'export const g = Array.fromAsync([1]);',
  'export const h = Promise.withResolvers<number>();',
  'export const i = new Set([1]).union(new Set([2]));',
  'export const j = "a".isWellFormed();',
  'export const k = new Intl.DurationFormat("en");',
  'export const l = Temporal;',
  'export const m = navigator;',
  'export const n = WebSocket;',
  'export const o = URL.canParse("a");',
  'export const p = AbortSignal.any([]);',
  'export const q = process.getBuiltinModule("fs");',
  'export { styleText } from "node:util";',
  'export { openAsBlob } from "node:fs";',
  'export const t = new Uint8Array(1).toSorted();',
  'export const u = window;',
];
const PRESENT = [
  'export const v = [1].findLast((n) => n > 0) ?? [1].findLastIndex((n) => n > 0);',
  'export const w = Object.hasOwn({}, "a") && [1].at(-1);',
  'export const x = structuredClone({ a: 1 });',
  'export { randomUUID } from "node:crypto";',
];

test('the types of the functions refuse each builtin that their runtime lacks, and none that it has', () => {
  const folder = scratchFolder({
    'planted.ts': [...LACKING, ...PRESENT].join('\n'),
    'tsconfig.json': JSON.stringify({
      extends: path.join(ROOT, 'tsconfig.functions.json'),
      include: ['planted.ts'],
    }),
  });
  const tsc = path.join(ROOT, 'node_modules/typescript-native/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  const lines = [...stdout.matchAll(/planted\.ts\((\d+),/g)].map(([, line]) => Number(line));
  expect([...new Set(lines)]).toEqual(LACKING.map((_, index) => index + 1));
  expect(status).not.toBe(0);
  rmSync(folder, { recursive: true });
});

test('it is a gate', () => {
  expect(toolGates.map(({ name }) => name)).toContain('types of the functions');
});
