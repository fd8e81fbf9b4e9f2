import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRIVACY_ITEMS, privacyItemOf } from '../../local/preview/shared/privacy-items';
import { filesBelow } from '../lib/files';

const readText = (file: string): string => readFileSync(file, 'utf8');

/** Documents that list what to declare. */
const GUIDES = ['README.md', 'README.zh-CN.md'];

/**
 * Every `wx` API of the Mini Program that WeChat's privacy guide names is in the table that an installer copies: what
 * is not declared fails on the first day with errno 112.
 */
export function privacyItemProblems(root: string): string[] {
  const used = usedItems(path.join(root, 'miniprogram'));
  return GUIDES.flatMap((guide) => {
    const text = readText(path.join(root, guide));
    return [...used]
      .filter(([title]) => !text.includes(`| ${title} |`))
      .map(([title, place]) => `${guide}: the privacy item ${title} is not in the table; ${place} needs it`);
  });
}

/** Titles of the items that are needed, and a place that needs each. */
function usedItems(folder: string): Map<string, string> {
  const sources = filesBelow(folder, ['miniprogram_npm']).filter((file) => file.endsWith('.ts'));
  const found = sources.flatMap((file) =>
    [...readText(file).matchAll(/\bwx\.(\w+)/g)].flatMap(([, api = '']) => {
      const item = privacyItemOf(api);
      const place = `wx.${api} in ${path.relative(path.dirname(folder), file)}`;
      return item ? [[PRIVACY_ITEMS[item].title, place] as const] : [];
    }),
  );
  return new Map(found);
}
