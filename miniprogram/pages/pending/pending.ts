import { onLanguageChange, words } from '../../services/language';
import { showTitle } from '../../services/title';
import { pendingView } from './pending.view';

Page({
  data: { title: '', text: '' },
  stop: null as (() => void) | null,

  onLoad() {
    this.stop = onLanguageChange(() => this.paint());
    this.paint();
  },

  onShow() {
    showTitle('titles.pending');
  },

  onUnload() {
    this.stop?.();
  },

  paint() {
    this.setData(pendingView(words()));
  },
});
