import type { AllowedBuiltin } from './builtin-problems';

export const ALLOWED_BUILTINS: readonly AllowedBuiltin[] = [];
