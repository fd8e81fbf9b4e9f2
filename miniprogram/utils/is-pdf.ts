/** Whether a paper in cloud storage is a PDF: by its name, which was given to it as it was sent. */
export const isPdf = (fileId: string): boolean => /\.pdf$/i.test(fileId);
