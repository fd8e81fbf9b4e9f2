import { failureOf } from '../../../../services/client-error';
import { language, onLanguageChange, showLanguage, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { bindBy } from '../../../../services/profile-data';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type BindingModel, bindingView, codeOf } from './binding.view';

const empty: BindingModel = { code: '', busy: false, failure: null, bound: null };

Page({
  data: bindingView(empty, words()),
  model: empty,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = empty;
    this.stop = onLanguageChange(() => this.relabel());
    this.relabel();
  },

  onUnload() {
    this.stop?.();
  },

  relabel() {
    showTitle('titles.binding');
    this.update({});
  },

  update(change: Partial<BindingModel>) {
    this.model = { ...this.model, ...change };
    const changes = changedPaths(this.data, bindingView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

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
});
