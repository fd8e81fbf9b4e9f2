import { openInstrumentedGoals } from '../support/goal-race';
import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { CYCLE, checkInOf, person } from '../unit/cloudfunctions/support/goal-company';
import { openidOf, PEOPLE } from '../unit/cloudfunctions/support/request-company';
import { upload } from '../unit/cloudfunctions/support/staff';

const NOW = Date.parse('2026-11-16T18:00:00+08:00');
const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00'));
const explore = racesIn('goal-evidence', company);

let tree: Awaited<ReturnType<typeof company.everything>>;
beforeAll(async () => {
  tree = await company.beginTree();
});

let pictures = 0;
/** A picture that nobody has seen; its copy is moved when it is refused, so that each schedule has its own. */
async function putPicture(): Promise<string> {
  pictures += 1;
  const content = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`picture ${pictures}`)]);
  return upload(company, openidOf('staff'), `requests/${PEOPLE.staff}/${pictures}.jpg`, content);
}
const at = (requestId: string, now: number) => ({ requestId, now });
const entryOf = () => checkInOf(person('staff'), ['own-1', 4]);

test('WeChat refuses a picture while its check-in is booked: nobody gets to see it, and the figure holds or is refused', async () => {
  const input = entryOf();
  let fileId = '';
  let traceId = '';
  const checkIn = (requestId: string) =>
    company.goal('staff', 'checkIn', { ...input, files: [fileId] }, at(requestId, NOW));
  const verdict = async (requestId: string) => {
    const message = {
      ...{ MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0 },
      result: { suggest: 'risky', label: 20001 },
    };
    const as = { kind: 'push', openid: openidOf('staff') } as const;
    const { result } = await company.invoke('requests', message, { as, ...at(requestId, NOW) });
    return result as never;
  };
  await explore({
    async setup() {
      await company.begin(tree);
      const kept = await company.goal('staff', 'keepFile', { fileId: await putPicture() });
      fileId = kept.data.fileId;
      const [file] = await company.db.find('goal_files', { fileId });
      traceId = String(Object(file?.check).traceId);
    },
    calls: [checkIn, verdict],
    warmUp: [
      (requestId) => company.goal('staff', 'home', {}, at(requestId, NOW - 30_000)),
      (requestId) => company.act(openidOf('staff'), 'requests.mine', {}, at(requestId, NOW - 30_000)),
    ],
    maxSchedules: 60,
    async invariant(outcomes) {
      const [booked] = answersOf(outcomes);
      if (!booked?.ok) expect(booked?.error).toEqual({ code: 'FILE_INVALID', data: { rule: 'refused' } });
      const history = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
      const { data } = await company.goal('head', 'history', history);
      expect(data.checkIns).toMatchObject(booked?.ok ? [{ files: [{ fileId, url: null }] }] : []);
      expect(await company.db.find('goal_files', { fileId })).toMatchObject([
        { check: { state: 'refused' } },
      ]);
    },
  });
});

test('the same file is handed in twice at once: one copy, the same for both', async () => {
  let fileId = '';
  const keep = (requestId: string) => company.goal('staff', 'keepFile', { fileId }, at(requestId, NOW));
  await explore({
    async setup() {
      await company.begin(tree);
      fileId = await putPicture();
    },
    calls: [keep, keep],
    warmUp: [1, 2].map(
      () => (requestId: string) => company.goal('staff', 'home', {}, at(requestId, NOW - 30_000)),
    ),
    maxSchedules: 60,
    async invariant(outcomes) {
      const copies = answersOf(outcomes).map(({ data }) => data?.fileId);
      const stored = await company.db.find('goal_files');
      expect(copies).toEqual([stored[0]?.fileId, stored[0]?.fileId]);
      expect(stored).toHaveLength(1);
    },
  });
});
