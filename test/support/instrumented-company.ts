import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudOptions } from '../../local/cloud';
import { type Answer, type Company, openCompany, seed } from '../unit/cloudfunctions/support/company';
import { type RequestSwitch, requestSwitch } from './request-switch';

type Documents = Record<string, Record<string, unknown>[]>;

/** The company of the tests under an instrument: every run begins from the same documents. */
export interface InstrumentedCompany extends Company {
  readonly requests: RequestSwitch;
  /** The seeded documents and these, and nothing else. */
  reset(more?: Documents): Promise<void>;
}

const DIST = path.resolve(__dirname, '../../dist/cloudfunctions');

export interface InstrumentOptions {
  /** One per call of a race. */
  readonly maxWorkers?: number;
  /** A time limit for all functions, s, where tests wait for it. */
  readonly timeout?: number;
  readonly variables?: CloudOptions['variables'];
  /** Who may call which function; see `function-rule.json`. */
  readonly functionRule?: CloudOptions['functionRule'];
}

export async function openInstrumentedCompany(
  now: string,
  { maxWorkers = 2, timeout, variables, functionRule }: InstrumentOptions = {},
): Promise<InstrumentedCompany> {
  const requests = requestSwitch();
  const functionsDir = timeout === undefined ? DIST : await withTimeout(timeout);
  const { aroundRequest } = requests;
  const company = await openCompany(now, {
    ...{ functionsDir, maxWorkers, aroundRequest, variables },
    ...(functionRule && { functionRule }),
  });
  return {
    ...company,
    requests,
    async reset(more = {}) {
      const fresh: Documents = seed();
      const contents = company.db
        .collectionNames()
        .map((name) => [name, [...(fresh[name] ?? []), ...(more[name] ?? [])]]);
      await company.db.replaceAll(Object.fromEntries(contents));
    },
    async close() {
      await company.close();
      if (functionsDir !== DIST) await rm(functionsDir, { recursive: true });
    },
  };
}

/** A copy of the functions in a folder, with another time limit, s; whoever asks for it removes it. */
export async function withTimeout(timeout: number, functions = DIST): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongxin-functions-'));
  for (const name of await readdir(functions)) {
    await mkdir(path.join(folder, name));
    await symlink(path.join(functions, name, 'index.js'), path.join(folder, name, 'index.js'));
    const config = JSON.parse(await readFile(path.join(functions, name, 'config.json'), 'utf8'));
    await writeFile(path.join(folder, name, 'config.json'), JSON.stringify({ ...config, timeout }));
  }
  return folder;
}

const PASSING = new Set(['BUSY', 'INTERNAL', 'JOBS_FAILED']);

/** As the Mini Program takes an answer: see `isPassing` of its client errors. A timer's jobs run again at its next time. */
export function verdictOf({ ok, error }: Answer): 'done' | 'again' | 'refused' {
  if (ok) return 'done';
  return PASSING.has(error?.code ?? '') ? 'again' : 'refused';
}
