import '../../words/words';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { type InboxPage, loadInbox, markSeen } from '../../../../services/inbox';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { isOnline } from '../../../../services/network';
import { screen } from '../../../../services/screen';
import { askForMessages, canAsk } from '../../../../services/subscribe';
import { companyOffset } from '../../../../services/today-data';
import {
  APPEALS,
  APPRAISALS,
  DATA_FAULTS,
  DEDUCTIONS,
  FEEDBACK,
  type InboxModel,
  inboxView,
  isMonth,
  OBJECTIVE,
  PAY_DISPUTES,
  PAY_RUN,
  PAYSLIP,
  PLAN,
  PUSHED_GOALS,
  READERS,
  REVIEWS,
  SHEET,
} from './inbox.view';

const start: InboxModel = {
  items: null,
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  canAsk: false,
  utcOffset: CHINA_UTC_OFFSET,
};

const shown = ({ items, next }: InboxPage, before: NonNullable<InboxModel['items']>) =>
  ({ items: [...before, ...items], next, failure: null, more: 'idle', canAsk: canAsk(['result']) }) as const;

const ASKED = { allowed: 'inbox.asked', refused: 'inbox.refused', failed: 'inbox.askFailed' } as const;

screen({
  title: 'titles.inbox',
  start: () => ({ ...start, online: isOnline(), utcOffset: companyOffset() }),
  view: inboxView,
  load: async () => shown(await loadInbox(), []),
  network: 'reload',

  on: {
    /** Unread marks stay while the page is shown; leaving it clears them. */
    onHide() {
      this.seen();
    },

    onUnload() {
      this.seen();
    },

    seen() {
      const [newest] = this.model.items ?? [];
      if (newest && !newest.read) void markSeen(newest.at);
    },

    async onReachBottom() {
      const { items, next, more } = this.model;
      if (!items || next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      try {
        this.update(shown(await loadInbox(next), items));
      } catch (thrown) {
        failureOf(thrown);
        this.update({ more: 'failed' });
      }
    },

    onEmpty() {
      navigate.pending();
    },

    onOpen(event: WechatMiniprogram.TouchEvent<never, never, { opens: string }>) {
      const { opens } = event.currentTarget.dataset;
      if (opens === DATA_FAULTS) navigate.dataFaults();
      else if (opens === APPRAISALS) navigate.appraisalState();
      else if (opens === APPEALS) navigate.appeals();
      else if (opens === REVIEWS) navigate.reviews();
      else if (opens === DEDUCTIONS) navigate.deductions();
      else if (opens === PAY_DISPUTES) navigate.payDisputes();
      else if (opens === READERS) navigate.dataReaders();
      else if (opens.startsWith(PAYSLIP)) navigate.payslip(opens.slice(PAYSLIP.length));
      else if (opens.startsWith(PAY_RUN)) navigate.payRun(opens.slice(PAY_RUN.length));
      else if (opens.startsWith('a-20')) navigate.report(opens);
      else if (opens === PUSHED_GOALS) navigate.pushedGoals();
      else if (opens.startsWith(FEEDBACK)) navigate.feedbackNote(opens.slice(FEEDBACK.length));
      else if (opens.startsWith(SHEET)) navigate.goalSheet(opens.slice(SHEET.length));
      else if (opens.startsWith(OBJECTIVE)) openObjective(opens.slice(OBJECTIVE.length));
      else if (opens.startsWith(PLAN)) navigate.plan(opens.slice(PLAN.length));
      else if (isMonth(opens)) navigate.settlement(opens);
      else if (opens.includes(':')) navigate.goalReview(opens);
      else if (opens) navigate.request(opens);
    },

    async onAllow() {
      const asked = await askForMessages(['result']);
      if (asked === 'nothing') return;
      wx.showToast({ icon: 'none', duration: 3_000, title: words().t(ASKED[asked]) });
    },
  },
});

function openObjective(place: string): void {
  const [sheetId = '', id = ''] = place.split('/');
  navigate.objective(sheetId, id);
}
