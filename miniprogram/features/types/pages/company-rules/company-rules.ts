import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { guardLeaving } from '../../../../services/leaving';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { CHINA_OFFSET, dayOf } from '../../../../utils/dates';
import { changeRules, completeRules, openRules } from '../../rules.model';
import { type RulesModel, rulesView } from '../../rules.view';
import { closed } from '../../type-change';

type Told = WechatMiniprogram.CustomEvent<{ id: string; value: string }>;

const start: RulesModel = {
  about: null,
  draft: null,
  warnings: [],
  version: 0,
  changed: false,
  path: [],
  busy: false,
  failure: null,
  loadFailure: null,
};

/** The company's own limits, in one page. */
Page({
  data: rulesView(start, words()),
  model: start,
  isLeft: false,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = start;
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
    void this.load();
  },

  onUnload() {
    this.isLeft = true;
    this.stop?.();
  },

  update(change: Partial<RulesModel>) {
    if (this.isLeft) return;
    this.model = { ...this.model, ...change };
    guardLeaving(this.model.changed, words().t('edit.leave'));
    showTitle('titles.companyRules');
    const changes = changedPaths(this.data, rulesView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.companyRules({});
      const { version, warnings } = data;
      // After a conflict what the person has entered stays; only what it stands upon is new.
      const draft = this.model.draft ?? data.rules;
      this.update({ about: data, draft, version, warnings, failure: null, loadFailure: null });
    } catch (thrown) {
      this.update({ loadFailure: failureOf(thrown) });
    }
  },

  onChange({ detail: { id, value } }: Told) {
    const { draft, path } = this.model;
    if (draft) this.update({ draft: changeRules(draft, path, id, value), changed: true });
  },

  onOpen({ detail: { id } }: Told) {
    const { draft, path } = this.model;
    if (!draft) return;
    const edited = openRules(draft, path, id, dayOf(serverNow(), CHINA_OFFSET));
    this.update({ ...edited, changed: this.model.changed || edited.draft !== draft });
  },

  onBack() {
    this.update({ path: closed(this.model.path) });
  },

  async onSave() {
    const { draft, version } = this.model;
    if (!draft) return;
    this.update({ busy: true, failure: null });
    try {
      const { data } = await cloud.requests.saveCompanyRules({
        rules: completeRules(draft),
        expectedVersion: version,
      });
      const { rules, version: saved, warnings } = data;
      this.update({ busy: false, draft: rules, version: saved, warnings, changed: false });
      wx.showToast({ title: words().t('edit.saved', { version: saved }), icon: 'none' });
      void this.load();
    } catch (thrown) {
      this.update({ busy: false, failure: failureOf(thrown) });
    }
  },

  onReload() {
    void this.load();
  },

  onRetry() {
    this.update({ loadFailure: null });
    void this.load();
  },
});
