/** A minimal PDF: one empty page, and a name that is obviously not a real invoice. */
const PAGES = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
];

/** The file of the simulated chat. */
export const testDocument = (): Blob => new Blob([PAGES.join('\n')], { type: 'application/pdf' });
