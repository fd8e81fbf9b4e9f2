import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Day } from '#contracts/common';
import { attendanceDocument } from '../../../../local/demo/attendance-document';
import { companyDocuments } from '../../../../local/demo/company-documents';
import { addDays, daysFrom, instantOf } from '../../../../local/demo/demo-days';
import { demoPeople, firstDay, MAIN_PERSON } from '../../../../local/demo/demo-person';
import { people } from '../../../../local/demo/people';
import { places } from '../../../../local/demo/places';

const FOUNDED = '2026-11-23' as Day;
const everybody = demoPeople(FOUNDED);
const company = companyDocuments(FOUNDED);
const evening = instantOf(FOUNDED, 20 * 60);
const daysOf = (id: string) => {
  const person = everybody.find((one) => one.id === id);
  if (!person) throw new Error(`no ${id}`);
  const span = daysFrom(firstDay(FOUNDED), addDays(FOUNDED, -1));
  return span.flatMap((day) => attendanceDocument(person, day, FOUNDED, evening) ?? []);
};

const digest = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const DEMO = path.resolve(__dirname, '../../../../local/demo');
/** Says the digest of the same company and days in a process of its own. */
const PROGRAM = `
  import { createHash } from 'node:crypto';
  import { attendanceDocument } from './attendance-document';
  import { companyDocuments } from './company-documents';
  import { addDays, daysFrom } from './demo-days';
  import { demoPeople, firstDay } from './demo-person';
  const span = daysFrom(firstDay('${FOUNDED}'), addDays('${FOUNDED}', -1));
  const days = demoPeople('${FOUNDED}').flatMap((person) =>
    span.flatMap((day) => attendanceDocument(person, day, '${FOUNDED}', ${evening}) ?? []),
  );
  const text = JSON.stringify([companyDocuments('${FOUNDED}'), days]);
  process.stdout.write(createHash('sha256').update(text).digest('hex'));
`;

describe('the demo company', () => {
  it('is the same on every machine, wherever it stands', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'demo-data-'));
    try {
      const outfile = path.join(folder, 'demo.js');
      const stdin = { contents: PROGRAM, loader: 'ts' as const, resolveDir: DEMO };
      buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs' });
      const made = ['Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati'].map((TZ) =>
        execFileSync(process.execPath, [outfile], { env: { ...process.env, TZ, LC_ALL: 'tr_TR.UTF-8' } }),
      );
      const here = digest(
        company,
        everybody.flatMap(({ id }) => daysOf(id)),
      );
      expect(made.map(String)).toEqual([here, here, here]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has sixty people in three cities, each in a department, all but two bound', () => {
    expect(company.employees).toHaveLength(60);
    expect(new Set(company.employees.map(({ name }) => name)).size).toBe(60);
    expect(new Set(company.employees.map(({ city }) => city))).toEqual(
      new Set(['shanghai', 'beijing', 'shenzhen']),
    );
    expect(company.bindings).toHaveLength(58);
    expect(company.invites).toHaveLength(2);
    const departments = new Set(company.departments.map(({ _id }) => _id));
    expect(company.employees.every(({ departmentId }) => departments.has(departmentId))).toBe(true);
    expect(company.employees.every(({ name }) => name.startsWith('示例员工'))).toBe(true);
  });

  it('has a reporting line without loops that ends at the top', () => {
    const managerOf = new Map(company.employees.map(({ _id, managerId }) => [_id, managerId]));
    for (const { _id } of company.employees) {
      const seen = new Set<string>();
      for (let at: string | null = _id; at !== null; at = managerOf.get(at) ?? null) {
        expect(seen).not.toContain(at);
        seen.add(at);
      }
      expect([...seen].at(-1)).toBe('E0001');
    }
  });

  it('gives every department the path from the company down and a leader who works there', () => {
    const byId = new Map(company.departments.map((department) => [department._id, department]));
    for (const { _id, parentId, path, leaderId } of company.departments) {
      expect(path.at(-1) ?? null).toBe(parentId);
      expect(path.every((id) => byId.has(id))).toBe(true);
      expect(company.employees.find((one) => one._id === leaderId)?.departmentId).toBe(_id);
    }
  });

  it('has somebody who joined, and somebody who left, within the shown months', () => {
    const since = firstDay(FOUNDED);
    expect(company.employees.filter(({ hiredOn }) => hiredOn > since)).toHaveLength(4);
    expect(company.employees.filter(({ leftOn }) => leftOn !== null && leftOn < FOUNDED)).toHaveLength(2);
  });
});

describe('the demo attendance', () => {
  it('books nothing before somebody joined or after they left', () => {
    for (const { id, hiredOn, leftOn } of everybody) {
      for (const { day } of daysOf(id)) {
        expect(day >= hiredOn && day <= (leftOn ?? '9999')).toBe(true);
      }
    }
  });

  it('shows one of each on the main person', () => {
    const days = daysOf(MAIN_PERSON);
    const asked = Object.values(company.accounts[0]?.spans ?? {});
    const kinds = days.flatMap(({ punches, covers }) => [
      ...covers.map(({ kind }) => kind),
      ...punches.map(({ mode }) => mode),
      ...(punches.length === 1 ? [`only ${punches[0]?.slot}`] : []),
    ]);
    expect(new Set(kinds)).toEqual(new Set(['trip', 'gps', 'field', 'only in', 'only out']));
    expect(asked.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'leave approved',
      'leave approved',
      'correction approved',
      'overtime approved',
    ]);
  });

  it('has one clock-in without network that waits to be confirmed', () => {
    const open = everybody.flatMap(({ id }) =>
      daysOf(id).flatMap(({ day, punches }) =>
        punches.flatMap((punch) =>
          punch.claim === 'open' ? [{ id, day, hours: (punch.at - punch.tappedAt) / 3_600_000, punch }] : [],
        ),
      ),
    );
    expect(open).toMatchObject([
      { id: 'E0022', day: '2026-11-19', hours: 3, punch: { slot: 'in', flags: ['late-arrival'] } },
    ]);
  });

  it('holds only punches that have happened', () => {
    const noon = instantOf(FOUNDED, 12 * 60);
    for (const person of everybody) {
      const { punches = [] } = attendanceDocument(person, FOUNDED, FOUNDED, noon) ?? {};
      expect(punches.every(({ at }) => at <= noon)).toBe(true);
    }
  });
});

describe('the choices of the panel', () => {
  it('begin with the main person and hold one WeChat user without an employee', () => {
    expect(people()[0]?.employeeId).toBe(MAIN_PERSON);
    expect(people().filter(({ employeeId }) => employeeId === null)).toHaveLength(1);
    expect(new Set(people().map(({ openid }) => openid)).size).toBe(people().length);
    expect(people().every(({ openid }) => /[a-z]/.test(openid))).toBe(true);
  });

  it('lie where they say, seen from the site', () => {
    for (const person of people()) {
      const presets = places(person);
      expect(presets.map(({ id }) => id)).toEqual(['inside', 'edge', 'outside']);
      expect(presets.every(({ latitude }) => latitude > 22 && latitude < 41)).toBe(true);
    }
  });
});
