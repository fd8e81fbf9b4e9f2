import type { Language } from '#contracts/common';
import { createSignal } from '../utils/signal';

/** The language that the person has chosen, as each answer of the cloud says. */
export const savedLanguages = createSignal<Language>();
