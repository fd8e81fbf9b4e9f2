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
import { DATA_FAULTS, type InboxModel, inboxView, isMonth } from './inbox.view';

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
      else if (isMonth(opens)) navigate.settlement(opens);
      else if (opens) navigate.request(opens);
    },

    async onAllow() {
      const asked = await askForMessages(['result']);
      if (asked === 'nothing') return;
      wx.showToast({ icon: 'none', duration: 3_000, title: words().t(ASKED[asked]) });
    },
  },
});
