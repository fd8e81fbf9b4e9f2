import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../shared/problem';

/** The Mini Program on disk. Paths are logical: from the Mini Program's root, with `/`, no leading one. */
export interface SourceFiles {
  readonly root: string;
  has(logical: string): boolean;
  read(logical: string): string;
  absolute(logical: string): string;
  /** Parsed JSON; an absent or broken file is an empty object and, if broken, a problem. */
  json<Shape extends object>(logical: string): Partial<Shape>;
  /** Absolute path of the script with this name, TypeScript first; null if there is none. */
  script(logical: string): string | null;
  readonly problems: Problem[];
}

export function openSourceFiles(root: string): SourceFiles {
  const problems: Problem[] = [];
  const absolute = (logical: string): string => path.join(root, logical);
  const has = (logical: string): boolean =>
    statSync(absolute(logical), { throwIfNoEntry: false })?.isFile() ?? false;
  const read = (logical: string): string => readFileSync(absolute(logical), 'utf8');
  return {
    root,
    problems,
    absolute,
    has,
    read,
    json<Shape extends object>(logical: string): Partial<Shape> {
      if (!has(logical)) return {};
      try {
        return JSON.parse(read(logical)) as Partial<Shape>;
      } catch (error) {
        problems.push({ kind: 'json', level: 'fault', message: (error as Error).message, place: logical });
        return {};
      }
    },
    script(logical) {
      return [`${absolute(logical)}.ts`, `${absolute(logical)}.js`].find((file) => existsSync(file)) ?? null;
    },
  };
}
