import '../../words/words';
import { language, showLanguage, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { bindBy } from '../../../../services/profile-data';
import { screen } from '../../../../services/screen';
import { type BindingModel, bindingView, codeOf } from './binding.view';

const empty: BindingModel = { code: '', busy: false, failure: null, bound: null };

screen({
  title: 'titles.binding',
  start: () => empty,
  view: bindingView,

  on: {
    onType(event: { readonly detail: string }) {
      this.update({ code: codeOf(event.detail), failure: null });
    },

    async onSubmit() {
      if (this.model.busy || !bindingView(this.model, words()).ready) return;
      const failure = await this.save(async () => ({ bound: await bindBy(this.model.code) }));
      if (failure?.code === 'ALREADY_BOUND') navigate.today();
    },

    onEnter() {
      navigate.today();
    },

    onLanguage() {
      showLanguage(language() === 'en' ? 'zh-CN' : 'en');
    },
  },
});
