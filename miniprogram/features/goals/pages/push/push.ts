import '../../words/words';
import type { Day } from '#contracts/common';
import type { ObjectiveDraft } from '#contracts/goals';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { askOnTap } from '../../../../services/ask-on-tap';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { prepareToAsk } from '../../../../services/subscribe';
import { addDays, dayOf } from '../../../../utils/dates';
import { rowHandlers } from '../../parts/row-handlers';
import { sheetIn } from '../../place-in';
import { newId, newKeyResult } from '../objective/objective.model';
import { type Act, keyOfOwner, ownerOf, type PushModel, ready, typedOf, withPerson } from './push.model';
import { pushView } from './push.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const TITLES = {
  push: 'titles.pushGoal',
  counter: 'titles.counterGoal',
  change: 'titles.pushAgain',
} as const;
/** Days that people have to answer unless another day is chosen. */
const DAYS_TO_ANSWER = 3;

function startModel({ act = 'push', cycle = '', sheet = '', id = '' }: Link): PushModel {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return {
    ...{ act: act as Act, cycleId: cycle, sheetId: decodeURIComponent(sheet), objectiveId: id || newId() },
    ...{ isNew: true, sheet: null, cycle: null, days: null, title: '', weight: '', alignedWeight: '0' },
    ...{ alignedTo: [], keyResults: [newKeyResult(100)], reason: '', nodes: null, choosing: false },
    ...{ people: null, chosen: [], deadline: addDays(today, DAYS_TO_ANSWER), today, proposal: null },
    ...{ picking: false, refused: [], changed: false, busy: false, failure: null },
  };
}

screen({
  title: ({ act }, t) => t.t(TITLES[act]),
  start: startModel,
  view: pushView,
  leaving: ({ changed, act }) => {
    if (!changed) return null;
    return act === 'counter' ? 'pushForm.leavingCounter' : 'pushForm.leaving';
  },
  async load({ act, sheetId, cycleId, objectiveId: id }) {
    void prepareToAsk({});
    if (act === 'push' && sheetId) {
      const { name, owner } = (await cloud.goals.sheet(sheetIn(sheetId))).data.sheet;
      const person = { key: keyOfOwner(owner), name: words().pick(name) };
      return (model: PushModel) => withPerson(model, person);
    }
    if (act === 'push') {
      const { rows } = (await cloud.goals.team({ cycleId })).data;
      const isEn = words().language === 'en';
      const team = rows.map(({ person }) => ({
        key: `p-${person.id}`,
        name: isEn ? person.nameEn || person.name : person.name,
      }));
      return { people: team };
    }
    const { proposal } = (await cloud.goals.proposal({ ...sheetIn(sheetId), id })).data;
    const { objective, counter } = proposal;
    return (model: PushModel) => ({
      ...{ proposal, deadline: later(proposal.deadline, model.today) },
      ...(!model.changed && typedOf(counter?.objective ?? objective)),
      // The change that was asked for is a change already.
      ...(act === 'change' && counter && { changed: true }),
    });
  },

  on: {
    edit(change: Partial<PushModel>) {
      this.update({ ...change, changed: true, failure: null, refused: [] });
    },

    ...rowHandlers,

    onTitle({ detail }: WechatMiniprogram.Input) {
      this.edit({ title: detail.value });
    },

    onWeight({ detail }: WechatMiniprogram.Input) {
      this.edit({ weight: detail.value });
    },

    onReason({ detail }: WechatMiniprogram.Input) {
      this.edit({ reason: detail.value });
    },

    onDeadline({ detail }: WechatMiniprogram.PickerChange) {
      this.edit({ deadline: String(detail.value) as Day });
    },

    onPerson({ currentTarget }: Tapped<{ key: string }>) {
      const { key } = currentTarget.dataset;
      const { chosen } = this.model;
      this.edit({ chosen: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key] });
    },

    onAll() {
      const { people, chosen } = this.model;
      const all = (people ?? []).map(({ key }) => key);
      this.edit({ chosen: chosen.length === all.length ? [] : all });
    },

    onFind() {
      this.update({ picking: true });
    },

    onPickClose() {
      this.update({ picking: false });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<{ id: string; name: string; nameEn: string }>) {
      const name = words().language === 'en' ? detail.nameEn || detail.name : detail.name;
      this.edit({ picking: false, ...withPerson(this.model, { key: `p-${detail.id}`, name }) });
    },

    async onSave() {
      const { objective, problem } = ready(this.model);
      if (!objective || problem || this.model.busy) return;
      // Of the answers; WeChat's sheet opens during a tap alone.
      await askOnTap('result');
      const failure = await this.save(() => this.send(objective));
      if (failure || this.model.refused.length > 0) return;
      navigate.back();
    },

    async send(objective: ObjectiveDraft): Promise<Partial<PushModel>> {
      const { act, sheetId, cycleId, chosen, deadline, proposal, objectiveId: id } = this.model;
      const reason = this.model.reason.trim();
      const rev = proposal?.rev ?? 0;
      const done = (text: string) => wx.showToast({ title: text, icon: 'none' });
      if (act === 'counter') {
        await cloud.goals.answerPush({ ...sheetIn(sheetId), id, rev, counter: { objective, reason } });
        done(words().t('pushForm.sentCounter'));
        return { changed: false };
      }
      if (act === 'change') {
        const more = { decision: 'change', objective, deadline, ...(reason && { reason }) } as const;
        await cloud.goals.decidePush({ ...sheetIn(sheetId), id, rev, ...more });
        done(words().t('pushForm.sentChange'));
        return { changed: false };
      }
      const input = { cycleId, owners: chosen.map(ownerOf), objective, deadline };
      const { pushed, refused } = (await cloud.goals.push(input)).data;
      done(words().t('pushForm.sent', { count: pushed.length }));
      return { changed: false, refused };
    },
  },
});

const later = (a: Day, b: Day): Day => (a > b ? a : b);
