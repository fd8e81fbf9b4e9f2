import '../../words/words';
import { failureOf } from '../../../../services/client-error';
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
      this.update({ busy: true, failure: null });
      try {
        this.update({ busy: false, bound: await bindBy(this.model.code) });
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.code === 'ALREADY_BOUND') navigate.today();
        this.update({ busy: false, failure });
      }
    },

    onEnter() {
      navigate.today();
    },

    onLanguage() {
      showLanguage(language() === 'en' ? 'zh-CN' : 'en');
    },
  },
});
