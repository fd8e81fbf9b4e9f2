import type { OpenApi } from '../open-api';
import { requireOpenid, requireText } from '../param';
import { WeChatError } from '../wechat-error';

/** Maximum characters of a value, by the kind in its key (`thing1`). Kinds without a maximum are null. */
const LENGTHS: Readonly<Record<string, number | null>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
  const: 20,
  time: null,
  date: null,
  amount: null,
};

const STATES = ['formal', 'trial', 'developer'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** @throws WeChatError 47003 for a value that is not one of `choices`; `usual` if it is absent */
function choiceOf(value: unknown, choices: readonly string[], usual: string, name: string): string {
  if (value === undefined) return usual;
  const choice = choices.find((one) => one === value);
  if (!choice) throw new WeChatError(47003, `argument invalid! ${name} invalid`);
  return choice;
}

export const send: OpenApi = async (context) => {
  const { params, messages, now, invocation } = context;
  const touser = requireOpenid(context, 'touser');
  const templateId = requireText(context, 'template_id', 40037, 'invalid template_id');
  const data = readData(params.data);
  const page = typeof params.page === 'string' && params.page !== '' ? params.page : null;
  const state = choiceOf(params.miniprogram_state, STATES, 'formal', 'miniprogram_state');
  const lang = choiceOf(params.lang, LANGUAGES, 'zh_CN', 'lang');
  await messages.send({ at: now, touser, templateId, page, state, lang, data, by: invocation.functionName });
  return {};
};

/** @throws WeChatError 47003 naming the value that the template refuses */
function readData(data: unknown): Record<string, { value: string }> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new WeChatError(47003, 'argument invalid! data is empty');
  const entries = Object.entries(data).map(([key, entry]) => {
    const value = (Object(entry) as { value?: unknown }).value;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !fits(key, text))
      throw new WeChatError(47003, `argument invalid! data.${key}.value invalid`);
    return [key, { value: text }] as const;
  });
  return Object.fromEntries(entries);
}

function fits(key: string, text: string): boolean {
  const [, kind = ''] = /^([a-z_]+?)_?\d+$/.exec(key) ?? [];
  const length = Object.hasOwn(LENGTHS, kind) ? LENGTHS[kind] : undefined;
  if (length === undefined || text.trim() === '') return false;
  return length === null || [...text].length <= length;
}
