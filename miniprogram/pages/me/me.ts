import type { Language } from '#contracts/common';
import { onUnreadChange, unreadCount } from '../../services/inbox';
import { chooseLanguage, language, words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { isOnline } from '../../services/network';
import { cachedProfile, loadProfileAndUnread } from '../../services/profile-data';
import { screen } from '../../services/screen';
import { type MeModel, meView } from './me.view';

const startModel: MeModel = {
  profile: null,
  failure: null,
  online: true,
  choosing: false,
  shownId: '',
  unread: 0,
};

screen({
  title: 'titles.me',
  start: () => startModel,
  view: meView,
  load: async () => ({ profile: await loadProfileAndUnread() }),
  loadOn: 'show',
  ended: { profile: null },
  network: 'reload',

  on: {
    onLoad() {
      this.update({ profile: cachedProfile(), online: isOnline(), unread: unreadCount() });
      this.stops.push(onUnreadChange((unread) => this.update({ unread })));
    },

    /** Keeps the failure visible until the load completes. */
    onRetry() {
      void this.load();
    },

    onInbox() {
      navigate.inbox();
    },

    onPayslips() {
      navigate.payslips();
    },

    onDeductions() {
      navigate.deductions();
    },

    onBalances() {
      navigate.balances();
    },

    onResults() {
      navigate.results();
    },

    onMonth() {
      navigate.month();
    },

    onPlans() {
      navigate.plans();
    },

    onFeedback() {
      navigate.feedback();
    },

    onAppraisals() {
      navigate.appraisalState();
    },

    onOffice() {
      navigate.office();
    },

    onFact({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { person: string }>) {
      this.update({ shownId: currentTarget.dataset.person });
    },

    onPersonClose() {
      this.update({ shownId: '' });
    },

    onReviews() {
      navigate.reviews();
    },

    onReaders() {
      navigate.dataReaders();
    },

    onAbout() {
      navigate.about();
    },

    onLanguage() {
      this.update({ choosing: true });
    },

    onLanguageClose() {
      this.update({ choosing: false });
    },

    async onChoose(event: WechatMiniprogram.TouchEvent<never, never, { language: Language }>) {
      const chosen = event.currentTarget.dataset.language;
      this.update({ choosing: false });
      if (chosen === language()) return;
      const failure = await chooseLanguage(chosen);
      if (failure) wx.showToast({ icon: 'none', duration: 3_000, title: words().t('me.languageUnsynced') });
    },
  },
});
