import { fakePhone, loadService } from '../../support/phone';

interface Asked {
  readonly action: string;
  readonly input: { readonly cursor?: string; readonly state?: string };
}
type Team = {
  loadTeam(departmentId: string | null, atLeast: number): Promise<{ items: unknown[]; next: string | null }>;
};
type Flags = { findFlag(id: string): Promise<{ id: string; state: string } | null> };

const asked: Asked[] = [];
/** A cloud that answers each call by what was asked. */
function cloudThat(answer: (call: Asked) => object): void {
  const callFunction = async ({ data }: { data: Asked }) => {
    asked.push(data);
    return { result: { ok: true, now: Date.now(), data: answer(data) } };
  };
  fakePhone({ cloud: { callFunction } });
}

beforeEach(() => {
  jest.resetModules();
  asked.length = 0;
});

describe('a team', () => {
  const pages: Record<string, object> = {
    first: { items: [{ id: 'E1' }, { id: 'E2' }], next: 'E2' },
    E2: { items: [{ id: 'E3' }], next: 'E3' },
    E3: { items: [{ id: 'E4' }], next: null },
  };
  beforeEach(() => cloudThat(({ input }) => pages[input.cursor ?? 'first'] ?? {}));

  it('is one call at first', async () => {
    const team = await loadService<Team>('features/office/team-data').loadTeam(null, 0);
    expect([team.items.length, team.next]).toEqual([2, 'E2']);
    expect(asked.map(({ input }) => input)).toEqual([{}]);
  });

  it('is looked at again as far as it was shown', async () => {
    const team = await loadService<Team>('features/office/team-data').loadTeam('D1', 3);
    expect([team.items.length, team.next]).toEqual([3, 'E3']);
    expect(asked.map(({ input }) => input)).toEqual([
      { departmentId: 'D1' },
      { departmentId: 'D1', cursor: 'E2' },
    ]);
  });
});

describe('a flag', () => {
  const id = '2026-11-20:E1:shared-phone';
  it('is found in whatever state it is, from its own place in the list on', async () => {
    cloudThat(({ input }) => ({
      items: input.state === 'follow-up' ? [{ id, state: 'follow-up' }] : [],
      next: null,
    }));
    const found = await loadService<Flags>('features/office/flags-data').findFlag(id);
    expect(found).toMatchObject({ id, state: 'follow-up' });
    expect(asked.map(({ input }) => input)).toEqual([
      { state: 'fine', cursor: `${id}z` },
      { state: 'follow-up', cursor: `${id}z` },
    ]);
  });

  it('that is not there is null, whatever stands behind it', async () => {
    cloudThat(() => ({ items: [{ id: '2026-11-19:E1:shared-phone', state: 'fine' }], next: null }));
    expect(await loadService<Flags>('features/office/flags-data').findFlag(id)).toBeNull();
  });
});
