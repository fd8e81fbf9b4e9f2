import { onLanguageChange, words } from '../../services/language';
import { showTitle } from '../../services/title';
import { goalsView } from './goals.view';

Page({
  data: { title: '', text: '' },
  stop: null as (() => void) | null,

  onLoad() {
    this.stop = onLanguageChange(() => this.paint());
    this.paint();
  },

  onShow() {
    showTitle('titles.goals');
  },

  onUnload() {
    this.stop?.();
  },

  paint() {
    this.setData(goalsView(words()));
  },
});
