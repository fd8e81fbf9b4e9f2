import '../../words/words';
import { language, showLanguage, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { bindBy } from '../../../../services/profile-data';
import { scanQrCode } from '../../../../services/scan';
import { screen } from '../../../../services/screen';
import { type BindingModel, bindingView, codeOf, isInviteCode } from './binding.view';

const empty: BindingModel = { code: '', busy: false, failure: null, bound: null, scanned: '' };

screen({
  title: 'titles.binding',
  start: () => empty,
  view: bindingView,

  on: {
    onType(event: { readonly detail: string }) {
      this.update({ code: codeOf(event.detail), failure: null, scanned: '' });
    },

    async onScan() {
      const result = await scanQrCode();
      if (result.state === 'cancelled') return;
      if (result.state !== 'read') this.update({ failure: null, scanned: result.state });
      else if (!isInviteCode(result.text)) this.update({ failure: null, scanned: 'other' });
      else this.update({ code: codeOf(result.text), failure: null, scanned: '' });
    },

    async onSubmit() {
      if (this.model.busy || !bindingView(this.model, words()).ready) return;
      const failure = await this.save(async () => ({ bound: await bindBy(this.model.code) }));
      if (failure?.code === 'ALREADY_BOUND') navigate.today();
    },

    onEnter() {
      navigate.today();
    },

    onVerify() {
      navigate.payVerify();
    },

    onLanguage() {
      showLanguage(language() === 'en' ? 'zh-CN' : 'en');
    },
  },
});
