import '../../words/words';
import type { Language, Month } from '#contracts/common';
import type { PayFileExport, PayFileFormat, PayFileId } from '#contracts/pay-files';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { copyText, openDocument } from '../../../../services/documents';
import { language, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import type { Link } from '../../../../services/screen';
import { companyOffset } from '../../../../services/today-data';
import { monthText } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import type { FilesModel } from './files.model';
import { filesView } from './files.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

const startModel = ({ month = '' }: Link): FilesModel => ({
  ...{ month: month as Month, isLocked: currentOpening() === null, data: null, open: '', format: 'xlsx' },
  ...{
    language: language(),
    making: '',
    progress: null,
    made: {},
    asksAgain: false,
    asksAccounts: false,
    failure: null,
  },
  utcOffset: companyOffset(),
});

const CLOSED = {
  isLocked: true,
  data: null,
  open: '',
  made: {},
  asksAgain: false,
  asksAccounts: false,
} as const;

lockedScreen({
  title: ({ month }, t) => t.t('payFiles.title', { month: month ? monthText(month, t) : '' }),
  start: startModel,
  view: filesView,
  network: 'retry',
  loadOn: 'show',
  load: async ({ month }, opening) => ({ data: (await cloud.payroll.payFiles({ month, opening })).data }),
  closed: CLOSED,
  ended: { data: null },

  on: {
    /** The next people whose data is missing. */
    onMore() {
      const { month, data } = this.model;
      const opening = currentOpening();
      if (!data?.next || opening === null) return;
      const { next: cursor } = data;
      void this.attempt(async () => {
        const { missing, next } = (await cloud.payroll.payFiles({ month, cursor, opening })).data;
        return ({ data: now }) => ({
          data: now && { ...now, missing: [...now.missing, ...missing], next },
        });
      });
    },

    onFile({ currentTarget }: Tapped<{ id: PayFileId }>) {
      const { id } = currentTarget.dataset;
      const offer = this.model.data?.files.find((each) => each.id === id);
      if (this.model.making !== '' || !offer) return;
      const open = this.model.open === id ? '' : id;
      this.update({ open, format: offer.format, failure: null });
    },

    onFormat({ currentTarget }: Tapped<{ id: PayFileFormat }>) {
      this.update({ format: currentTarget.dataset.id });
    },

    onLanguage({ currentTarget }: Tapped<{ id: Language }>) {
      this.update({ language: currentTarget.dataset.id });
    },

    onExport() {
      const { open, data } = this.model;
      const offer = data?.files.find(({ id }) => id === open);
      if (!offer) return;
      if (offer.group === 'bank' && data && data.accountsCount > 0) this.update({ asksAccounts: true });
      else if (offer.count > 0) this.update({ asksAgain: true });
      else void this.make(false);
    },

    /** Of two questions the accounts are the first one. */
    onAgain() {
      const { open, data, asksAccounts } = this.model;
      const isAgain = (data?.files.find(({ id }) => id === open)?.count ?? 0) > 0;
      const asksAgain = asksAccounts && isAgain;
      this.update({ asksAccounts: false, asksAgain });
      if (!asksAgain) void this.make(isAgain);
    },

    onClose() {
      this.update({ asksAgain: false, asksAccounts: false });
    },

    /** Piece after piece, until it is done; leaving the page ends it, and the server offers nothing of it. */
    async make(again: boolean) {
      const { open: file, month, format, language: spoken, making, data } = this.model;
      const opening = currentOpening();
      if (file === '' || making !== '') return;
      if (opening === null) return this.update(CLOSED);
      const seen = data?.accounts[0]?.at;
      const order = {
        ...{ key: newKey(), month, file, format, language: spoken, opening },
        ...(seen !== undefined && { accountsUntil: seen }),
      };
      this.update({ making: file, progress: null, failure: null });
      try {
        for (;;) {
          const progress = (await cloud.payroll.exportPayFile(again ? { ...order, again } : order)).data;
          if (this.isUnloaded) return;
          this.update({ progress });
          if (progress.state === 'done') {
            this.update({ made: { ...this.model.made, [file]: { ...progress, format } } });
            break;
          }
        }
        await this.load();
        this.update({ making: '', progress: null });
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'PAY_FILE_EXPORTED' || failure.code === 'PAY_FILE_ACCOUNTS') await this.load();
        this.update({ making: '', progress: null, failure });
      }
    },

    async onResult({ currentTarget }: Tapped<{ id: PayFileId; at: number }>) {
      const { id, at } = currentTarget.dataset;
      const made: (PayFileExport & { format: PayFileFormat }) | undefined = this.model.made[id];
      const [link, file] = [made?.links[at], made?.files[at]];
      if (!made || !link || !file) return;
      try {
        if (made.format === 'xlsx') await openDocument(link, 'xlsx', file.name);
        else {
          await copyText(link);
          wx.showToast({ icon: 'none', duration: 3_000, title: words().t('payFiles.copied') });
        }
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    onPayees() {
      navigate.to('/features/pay/pages/payees/payees');
    },

    onSettings() {
      navigate.to('/features/pay/pages/file-settings/file-settings');
    },
  },
});
