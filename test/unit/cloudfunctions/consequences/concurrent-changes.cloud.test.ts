import { setTimeout as pause } from 'node:timers/promises';
import { type AroundRequest, CloudError } from '../../../../local/cloud';
import { openWithReset } from '../../../support/open';
import { requestSwitch } from '../../../support/request-switch';
import { makeup, stepsIn } from '../support/change-steps';
import { openRequestCompany } from '../support/request-company';

/** A Monday. 2027 has no public arrangement: the company enters its days late. */
const NOW = '2027-01-04T09:00:00+08:00';
const { aroundRequest, during } = requestSwitch();

const company = openWithReset(() => openRequestCompany(NOW, { aroundRequest, maxWorkers: 3 }));
const { leave, approvedLeave, saveCalendar, stored, account, balance, messagesTo } = stepsIn(company);

/** Does `work` once, before the recount writes: after it has read what it decides by. */
function beforeRecountWrites(work: () => Promise<unknown>): AroundRequest {
  let isDone = false;
  return async ({ functionName, requestId, origin, action }, proceed) => {
    const isRecount = functionName === 'requests' && requestId !== origin;
    if (isRecount && action === 'database.startTransaction' && !isDone) {
      isDone = true;
      await work();
    }
    return proceed();
  };
}

describe('a make-up day under approved leave needs one more day', () => {
  test('somebody who takes the last day meanwhile does not overdraw the balance; HR settles it', async () => {
    await approvedLeave('annual', '2027-03-01', '2027-03-09');
    const request = await approvedLeave('annual', '2027-01-15', '2027-01-18');
    expect(await balance('annual')).toMatchObject({ left: 480 });
    const takeLastDay = () => leave('annual', '2027-04-01', '2027-04-01');
    await during(beforeRecountWrites(takeLastDay), () => saveCalendar(makeup('2027-01-16')));
    expect(await balance('annual')).toMatchObject({ left: 0, held: 480, used: 4_320 });
    expect((await stored(request.id))?.warnings).toContainEqual(
      expect.objectContaining({ code: 'RECOUNT_OPEN', data: { before: 960, after: 1_440 } }),
    );
    expect(await messagesTo('staff')).toMatchObject([{ data: { outcome: 'open' } }]);
    expect(await messagesTo('hr')).toMatchObject([{ event: 'change.open', data: { count: 1 } }]);
  });

  test('somebody who takes another day meanwhile, of which there are enough, gets both', async () => {
    const request = await approvedLeave('annual', '2027-01-15', '2027-01-18');
    const takeDay = () => leave('annual', '2027-04-01', '2027-04-01');
    await during(beforeRecountWrites(takeDay), () => saveCalendar(makeup('2027-01-16')));
    expect(await stored(request.id)).toMatchObject({ state: 'approved', amountMinutes: 1_440 });
    expect(await balance('annual')).toMatchObject({ held: 480, used: 1_440 });
    expect(Object.keys((await account())?.spans as object)).toHaveLength(2);
    expect(await messagesTo('staff')).toMatchObject([{ data: { outcome: 'recounted', after: 1_440 } }]);
  });

  test('two leaves over make-up days share what is left: the first gets it, the second stays', async () => {
    await approvedLeave('annual', '2027-03-01', '2027-03-05');
    const first = await approvedLeave('annual', '2027-01-15', '2027-01-18');
    const second = await approvedLeave('annual', '2027-01-22', '2027-01-25');
    expect(await balance('annual')).toMatchObject({ left: 480 });
    await saveCalendar([...makeup('2027-01-16'), ...makeup('2027-01-23')]);
    expect(await stored(first.id)).toMatchObject({ amountMinutes: 1_440 });
    expect(await stored(second.id)).toMatchObject({ amountMinutes: 960 });
    expect(await balance('annual')).toMatchObject({ left: 0 });
  });
});

describe('a change that concerns hundreds', () => {
  const change = async () => (await company.db.find('saved_changes'))[0];
  /** Requests of people who are gone: they are looked at, and nothing is counted. */
  const requestsOf = (count: number, template: object | undefined) =>
    Array.from({ length: count }, (_, at) => {
      const id = `gone-${String(at).padStart(4, '0')}`;
      return { ...template, _id: id, applicantId: id };
    });

  /** Until the change has moved beyond its first pass; false if it does not. */
  async function firstPassEnds(): Promise<boolean> {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await change())?.pass === 2) return true;
      await pause(100);
    }
    return false;
  }

  test('everybody is looked at without waiting for the timer, in one call', async () => {
    const { id } = await leave('personal', '2027-01-15', '2027-01-18');
    await company.db.insertMany('requests', requestsOf(700, await stored(id)));
    const calls = new Set<string>();
    await during(
      ({ functionName, requestId }, proceed) => {
        if (functionName === 'requests') calls.add(requestId);
        return proceed();
      },
      async () => {
        // A day beside the leave: nothing changes, everything is looked at.
        await saveCalendar([{ day: '2027-01-19', kind: 'holiday', name: { 'zh-CN': '节', en: 'Day' } }]);
        expect(await firstPassEnds()).toBe(true);
      },
    );
    expect(await change()).toMatchObject({ seen: 701, recounted: 0 });
    expect(calls.size).toBe(1);
  });

  test('what a run of the timer has no time for goes on in a call of its own', async () => {
    const { id } = await leave('personal', '2027-01-15', '2027-01-18');
    const year = [{ day: '2027-01-19', kind: 'holiday', name: { 'zh-CN': '节', en: 'Day' } }];
    // The call that should work it off does not arrive.
    await during(
      async ({ action }, proceed) => {
        if (action === 'functions.invokeFunction') throw new CloudError('SYS_ERR', 'lost');
        return proceed();
      },
      () => saveCalendar(year),
    );
    await company.db.insertMany('requests', requestsOf(100, await stored(id)));
    const calls = new Set<string>();
    await during(
      async ({ functionName, requestId, action, collection }, proceed) => {
        if (functionName === 'requests') calls.add(requestId);
        const isProgress = action === 'database.modifyDocument' && collection === 'saved_changes';
        if (isProgress && calls.size === 1) await pause(5_100);
        return proceed();
      },
      async () => {
        company.clock.advance(61_000);
        await company.tick();
        expect(await firstPassEnds()).toBe(true);
      },
    );
    expect(await change()).toMatchObject({ seen: 101 });
    expect(calls.size).toBe(2);
  });

  test('an instance that finds another one faster calls nobody', async () => {
    const { id } = await leave('personal', '2027-01-15', '2027-01-18');
    await company.db.insertMany('requests', requestsOf(100, await stored(id)));
    const calls = new Set<string>();
    await during(
      async ({ functionName, requestId, action, collection }, proceed) => {
        if (functionName === 'requests') calls.add(requestId);
        const isProgress = action === 'database.modifyDocument' && collection === 'saved_changes';
        if (functionName === 'requests' && isProgress)
          await company.db.updateMany('saved_changes', {}, { $inc: { rev: 1 } });
        return proceed();
      },
      () => saveCalendar([{ day: '2027-01-19', kind: 'holiday', name: { 'zh-CN': '节', en: 'Day' } }]),
    );
    expect(calls.size).toBe(1);
    expect(await change()).toMatchObject({ pass: 1, seen: 0 });
  });
});
