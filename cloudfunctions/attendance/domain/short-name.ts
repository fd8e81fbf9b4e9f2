import type { LocalText } from '#contracts/common';

/** Two-character surnames that are still in use (百家姓); every other surname has one character. */
const LONG_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 长孙 宇文 端木 独孤 南宫 申屠 太史 轩辕 呼延 澹台'.split(
    ' ',
  ),
);

/** Surname and initial, for a public screen: 王 X., X. Wang. */
export function shortName(name: string, nameEn: string): LocalText {
  const characters = [...name.trim()];
  const two = characters.slice(0, 2).join('');
  const surname = LONG_SURNAMES.has(two) && characters.length > 2 ? two : (characters[0] ?? '');
  const words = nameEn.trim().split(/\s+/);
  const initial = words.length > 1 ? `${[...(words[0] ?? '')][0]?.toUpperCase()}.` : '';
  const join = (...parts: string[]) => parts.filter(Boolean).join(' ');
  return { 'zh-CN': join(surname, initial), en: join(initial, words.at(-1) ?? '') };
}
