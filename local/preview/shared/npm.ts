/** Whether a file belongs to an npm package, of the main package or of a subpackage. */
export const isNpm = (logical: string): boolean => logical.split('/').includes('miniprogram_npm');
