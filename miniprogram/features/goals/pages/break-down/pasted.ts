import { halfWidth } from '../../../../common/clean-text';
import { type FigureReader, figureReader, MAX_FIGURE_LENGTH } from './pasted-figure';

/** Somebody who can be named in a pasted line. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

export interface Pasted {
  /** Targets in the unit of the key result, by key. */
  readonly targets: Readonly<Record<string, string>>;
  /** Lines of which nobody, or more than one, is named so, or whose figure is not clear; long ones by their beginning. */
  readonly unmatched: readonly string[];
}

interface Line {
  readonly name: string;
  readonly target: number;
}

/** That of the text area: whatever is there at its end may have been cut off. */
const MAX_TEXT = 10_000;
const MAX_LINE = 200;
const MAX_SHOWN = 40;
const SEPARATOR = /[,，;；:：\s]/u;

const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** The name and the figure of a line: cells of a sheet are apart by tabs, those of a file by commas. */
function readLine(line: string, read: FigureReader): Line | null {
  if (line.length > MAX_LINE) return null;
  return line.includes('\t') ? fromCells(line.split('\t'), read) : fromText(line, read);
}

/** One cell only may look like a figure. */
function fromCells([name = '', ...rest]: readonly string[], read: FigureReader): Line | null {
  const figures = rest.filter((cell) => /^\s*[-−+]?[¥$]?\.?\d/.test(halfWidth(cell)));
  const target = figures.length === 1 ? read(figures[0] ?? '') : null;
  return target === null ? null : { name, target };
}

/** The shortest name that is followed by nothing but a figure. */
function fromText(line: string, read: FigureReader): Line | null {
  for (let at = Math.max(1, line.length - MAX_FIGURE_LENGTH); at < line.length; at += 1) {
    if (!SEPARATOR.test(line.charAt(at - 1))) continue;
    const target = read(line.slice(at));
    if (target !== null) return { name: withoutSeparators(line.slice(0, at)), target };
  }
  return null;
}

function withoutSeparators(text: string): string {
  let to = text.length;
  while (to > 0 && SEPARATOR.test(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}

/**
 * What was pasted from a sheet, a name and a number a line. What cannot be matched is named, never guessed. The time it takes
 * grows with the text and no faster.
 */
export function readPasted(text: string, people: readonly Named[], unit: string): Pasted {
  const targets: Record<string, string> = {};
  const unmatched: string[] = [];
  const read = figureReader(unit);
  const keys = keysByName(people);
  const end = text.length < MAX_TEXT ? text.length : text.lastIndexOf('\n', MAX_TEXT - 1) + 1;
  for (const raw of text.slice(0, end).split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const found = readLine(line, read);
    const named = (found && keys.get(plain(found.name))) ?? [];
    const [only] = named;
    if (!found || only === undefined || named.length > 1 || only in targets) unmatched.push(shown(line));
    else targets[only] = String(found.target);
  }
  const cut = text.slice(end, end + MAX_LINE).trim();
  return { targets, unmatched: cut === '' ? unmatched : [...unmatched, shown(cut)] };
}

function keysByName(people: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, names } of people)
    for (const name of new Set(names.map(plain))) keys.set(name, [...(keys.get(name) ?? []), key]);
  return keys;
}

const shown = (line: string): string => (line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
