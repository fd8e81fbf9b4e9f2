import { addWords } from '../../../locales/words';
import { en } from './en';
import { zhCN } from './zh-CN';

declare module '../../../locales/texts' {
  interface TextsOf {
    tax: typeof zhCN;
  }
}

addWords({ 'zh-CN': zhCN, en });
